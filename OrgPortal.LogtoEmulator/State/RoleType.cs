
namespace OrgPortal.LogtoEmulator.State;

/// <summary>Whom a role (of an organization, or of the tenant) can be given to.</summary>
internal enum RoleType
{
    User,
    MachineToMachine,
}


namespace OrgPortal.LogtoEmulator.State;

/// <summary>Kinds of client, named as Logto names them.</summary>
internal enum ApplicationType
{
    Native,
    SPA,
    Traditional,
    MachineToMachine,
    Protected,
    SAML,
}

using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What a stored machine says, read.</summary>
internal static class MachineTerm
{
    /// <summary>From when on a secret counts as one that ends soon.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private const char Separator = ' ';

    /// <summary>The organization.</summary>
    public static OrganizationId Organization(this OrganizationMachine machine) => OrganizationId.Parse(machine.OrganizationId, null);

    /// <summary>The roles that it had when it was switched off.</summary>
    public static IReadOnlyList<OrganizationRoleId> Roles(this OrganizationMachine machine) =>
        [.. machine.RoleIds.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(id => OrganizationRoleId.Parse(id, null))];

    /// <summary>Roles in one text.</summary>
    public static string Join(IEnumerable<OrganizationRoleId> roles) => string.Join(Separator, roles.Select(role => role.Value));

    /// <summary>Where a secret stands that ends then.</summary>
    public static MachineSecretState StateOf(DateTimeOffset? endsAt, DateTimeOffset now) => endsAt switch
    {
        { } end when end <= now => MachineSecretState.Ended,
        { } end when end - now <= Soon => MachineSecretState.EndingSoon,
        _ => MachineSecretState.Valid,
    };

    /// <summary>When the first of them ends that has not yet; when all have that end, the last of them; nothing when none ends.</summary>
    public static DateTimeOffset? NextEndOf(IReadOnlyCollection<ApplicationSecret> secrets, DateTimeOffset now)
    {
        var living = secrets.Where(secret => secret.ExpiresAt is null || secret.ExpiresAt > now).ToList();
        return living.Count > 0 ? living.Min(secret => secret.ExpiresAt) : secrets.Max(secret => secret.ExpiresAt);
    }
}

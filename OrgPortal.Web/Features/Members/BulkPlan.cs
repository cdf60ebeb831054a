using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What is to be done to several people.</summary>
/// <param name="Kind">What.</param>
/// <param name="Roles">The roles it is about; for <see cref="BulkKind.Remove"/> and <see cref="BulkKind.SetEnd"/> none.</param>
/// <param name="EndsAt">When their memberships end; <see langword="null"/> lifts the ends.</param>
/// <param name="Invitations">What becomes of open invitations that people who are removed have sent.</param>
public sealed record BulkPlan(BulkKind Kind, IReadOnlySet<OrganizationRoleId> Roles, DateTimeOffset? EndsAt = null, SentInvitationsFate Invitations = SentInvitationsFate.Leave)
{
    /// <summary>The roles somebody is to have.</summary>
    public IReadOnlyList<OrganizationRoleId> RolesFor(MemberRow row)
    {
        var now = row.Roles.Select(role => role.Id);
        return Kind switch
        {
            BulkKind.AddRoles => [.. now.Union(Roles)],
            BulkKind.TakeRoles => [.. now.Except(Roles)],
            _ => [.. Roles],
        };
    }

    /// <summary>Whether somebody is that already.</summary>
    public bool ChangesNothingFor(MemberRow row) => Kind switch
    {
        BulkKind.Remove => false,
        BulkKind.SetEnd => row.End?.At == EndsAt,
        _ => row.Roles.Select(role => role.Id).ToHashSet().SetEquals(RolesFor(row)),
    };

    /// <summary>Why it cannot be done to somebody, as far as that is known beforehand; the act itself decides.</summary>
    public Failure? RefusalFor(MemberRow row) => Kind switch
    {
        BulkKind.Remove or BulkKind.SetEnd => row.RemovalLock?.ToFailure(),
        // Giving up what is one's own is asked by itself.
        _ when row.IsMe => new Refused(RefusalReasons.OwnRoles),
        _ => row.RolesLock?.ToFailure(),
    };
}

using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Changes what a link is like. The caller has asked for permission, organization and roles, and holds the organization's lock.</summary>
internal sealed class JoinLinkEditing(JoinLinkStanding standing, JoinLinkChanges changes, IAuditTrail audit, TimeProvider time)
{
    /// <param name="link">The link as it is.</param>
    /// <param name="edit">What it is to be like; has passed <see cref="JoinLinkCheck"/>.</param>
    /// <param name="expected">What the person saw of it.</param>
    /// <param name="maker">Who vouches from now on.</param>
    public async Task<Result> RunAsync(JoinLink link, JoinLinkEdit edit, string expected, InvitationMaker maker)
    {
        var changed = Apply(link, edit);
        if (changed.Version() == link.Version())
        {
            return Result.Done;
        }

        if (await RefuseAsync(link, changed, edit, expected) is { } refused)
        {
            if (refused is Refused)
            {
                await audit.RecordDenialAsync(JoinLinkActs.Of(AuditActions.ChangeJoinLink, link), refused);
            }

            return refused;
        }

        return await changes.EditAsync(link, changed, maker);
    }

    private async Task<Failure?> RefuseAsync(JoinLink link, JoinLink changed, JoinLinkEdit edit, string expected)
    {
        var now = time.GetUtcNow();
        if (link.Version() != expected)
        {
            return new Refused(RefusalReasons.ChangedMeanwhile);
        }

        if (link.ExpiresAt <= now)
        {
            // Whoever gave it up long ago does not find it open again.
            return new Refused(RefusalReasons.JoinLinkEnded);
        }

        FieldFailure?[] failures =
        [
            edit.Roles.Except(link.Roles()).Any() ? new FieldFailure("roles", "more_than_given") : null,
            changed.Domains.Length == 0 && changed.ExpiresAt > now.AddDays(JoinLinkForm.LongestForAnybody) ? new FieldFailure("expiresInDays", "out_of_range") : null,
            changed.MaxUses < link.Uses ? new FieldFailure("maxUses", "fewer_than_joined") : null,
        ];
        if (failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found)
        {
            return new Invalid(found);
        }

        return changed.Domains.Length > 0 && changed.Domains != link.Domains && await standing.VerifiesAsync() is var verifies && (verifies.IsFailure || !verifies.Value)
            ? verifies.Failure ?? new Refused(RefusalReasons.AddressesNotVerified)
            : null;
    }

    private JoinLink Apply(JoinLink link, JoinLinkEdit edit) => new()
    {
        Id = link.Id,
        Hash = link.Hash,
        OrganizationId = link.OrganizationId,
        Name = edit.Name.Trim(),
        RoleIds = JoinLinkTerm.Join(edit.Roles.Distinct().Select(role => role.Value)),
        Domains = JoinLinkTerm.JoinDomains(edit.Domains),
        MaxUses = edit.MaxUses,
        Uses = link.Uses,
        IsOn = link.IsOn,
        CreatedAt = link.CreatedAt,
        ExpiresAt = edit.ExpiresInDays is { } days ? time.GetUtcNow().AddDays(days) : link.ExpiresAt,
        CreatedById = link.CreatedById,
        CreatedByName = link.CreatedByName,
    };
}

using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

internal sealed class JoinLinkService(
    IOrganizationGuard guard,
    JoinLinkAccess access,
    JoinLinkListing listing,
    JoinLinkStanding standing,
    JoinLinkChanges changes,
    JoinLinkEditing editing,
    TimeProvider time) : IJoinLinkService
{
    public async Task<Result<IReadOnlyList<JoinLinkRow>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, cancellationToken);

    public async Task<Result<IReadOnlyList<JoinedPerson>>> ListJoinedAsync(OrganizationId organization, Guid link, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.ReadJoinedAsync(organization, link, cancellationToken);

    public async Task<Result<JoinLinkTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.ReadTermsAsync(organization, cancellationToken);

    public async Task<Result<MadeJoinLink>> CreateAsync(OrganizationId organization, JoinLinkForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        if (JoinLinkCheck.Refuse(form) is { } invalid)
        {
            return invalid;
        }

        if (form.Domains.Count > 0 && await standing.VerifiesAsync() is var verifies && (verifies.IsFailure || !verifies.Value))
        {
            return verifies.Failure ?? new Refused(RefusalReasons.AddressesNotVerified);
        }

        var held = await access.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        var secret = JoinLinkSecret.Create();
        var link = Draft(organization, form, secret, actor.Value.Id, actor.Value.Maker);
        return await access.RefuseAsync(actor.Value.Id, link, AuditActions.CreateJoinLink, vouches: true) is { } refused
            ? refused
            : await changes.CreateAsync(link, secret);
    }

    public async Task<Result> SwitchAsync(OrganizationId organization, Guid link, bool isOn)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await access.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await FindAsync(organization, link, AuditActions.SwitchJoinLink, vouches: isOn);
        return found.IsFailure ? found.Failure : await changes.SwitchAsync(found.Value.Link, isOn ? found.Value.Maker : null);
    }

    public async Task<Result> ChangeAsync(OrganizationId organization, Guid link, JoinLinkEdit edit, string expected)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        if (JoinLinkCheck.Refuse(edit) is { } invalid)
        {
            return invalid;
        }

        var held = await access.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await FindAsync(organization, link, AuditActions.ChangeJoinLink, vouches: true);
        return found.IsFailure ? found.Failure : await editing.RunAsync(found.Value.Link, edit, expected, found.Value.Maker);
    }

    public async Task<Result<MadeJoinLink>> ReplaceAsync(OrganizationId organization, Guid link)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await access.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await FindAsync(organization, link, AuditActions.ReplaceJoinLink, vouches: true);
        return found.IsFailure ? found.Failure : await changes.ReplaceAsync(found.Value.Link, found.Value.Maker);
    }

    public async Task<Result> DeleteAsync(OrganizationId organization, Guid link)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await access.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await FindAsync(organization, link, AuditActions.DeleteJoinLink, vouches: false);
        return found.IsFailure ? found.Failure : await changes.DeleteAsync(found.Value.Link);
    }

    /// <summary>The link, for somebody who may do this to it now. Handing out a link, or switching it on, is inviting: nobody does so with more than they hold.</summary>
    private async Task<Result<(JoinLink Link, InvitationMaker Maker)>> FindAsync(OrganizationId organization, Guid link, string action, bool vouches)
    {
        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        var found = await access.FindAsync(organization, link);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        return await access.RefuseAsync(actor.Value.Id, found.Value, action, vouches) is { } refused ? refused : (found.Value, actor.Value.Maker);
    }

    private JoinLink Draft(OrganizationId organization, JoinLinkForm form, string secret, UserId maker, InvitationMaker named)
    {
        var now = time.GetUtcNow();
        return new JoinLink
        {
            Id = Guid.NewGuid(),
            Hash = JoinLinkSecret.HashOf(secret),
            OrganizationId = organization.Value,
            Name = form.Name.Trim(),
            RoleIds = JoinLinkTerm.Join(form.Roles.Distinct().Select(role => role.Value)),
            Domains = JoinLinkTerm.JoinDomains(form.Domains),
            MaxUses = form.MaxUses,
            IsOn = true,
            CreatedAt = now,
            ExpiresAt = now.AddDays(form.ExpiresInDays),
            CreatedById = maker.Value,
            CreatedByName = named.Name,
        };
    }
}

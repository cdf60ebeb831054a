using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

internal sealed class OrganizationService(
    IOrganizationGuard guard,
    ICurrentUser currentUser,
    IOrganizationsClient organizations,
    IUsersClient users,
    OrganizationCreation creation,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<OrganizationOptions> options) : IOrganizationService
{
    public async Task<Result<IReadOnlyList<MyOrganization>>> ListMineAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var person = (await currentUser.GetAsync())!;
        var mine = await users.ListOrganizationsAsync(person.Id, cancellationToken).ToResultAsync();
        return mine.IsFailure
            ? mine.Failure
            : Result.Of<IReadOnlyList<MyOrganization>>([.. mine.Value.Select(ToMine).OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }

    public async Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        return found.IsFailure
            ? found.Failure
            : new OrganizationSummary(found.Value.Id, found.Value.Name, found.Value.Description, found.Value.Branding?.LogoUrl);
    }

    public async Task<Result<OrganizationId>> CreateAsync(Guid requestId, CreateOrganizationForm form)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var person = (await currentUser.GetAsync())!;
        form = new CreateOrganizationForm(form.Name.Trim(), Blank(form.Description));
        if (OrganizationNames.Refuse(form.Name, form.Description) is { } invalid)
        {
            return invalid;
        }

        // The person stands in for the organization that does not exist yet: two clicks, or two tabs, are one after the other.
        var held = await locks.HoldAsync(OrganizationId.Parse($"creating-{person.Id}"[..Math.Min(64, 9 + person.Id.Value.Length)], null));
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        return await CreateOnceAsync(requestId, person, form);
    }

    public async Task<Result> UpdateAsync(OrganizationId organization, OrganizationProfileForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        form = new OrganizationProfileForm(form.Name.Trim(), Blank(form.Description));
        if (OrganizationNames.Refuse(form.Name, form.Description) is { } invalid)
        {
            return invalid;
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        var before = await organizations.GetAsync(organization).ToResultAsync();
        return before.IsFailure ? before.Failure : await UpdateAsync(before.Value, form);
    }

    public async Task<Result> DeleteAsync(OrganizationId organization, string typedName)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteOrganization) is { } denied)
        {
            return denied;
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        var found = await organizations.GetAsync(organization).ToResultAsync();
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var act = new AuditAct(AuditActions.DeleteOrganization, organization, "organization", organization.Value, found.Value.Name, new { found.Value.Name, found.Value.Description });
        if (typedName != found.Value.Name)
        {
            var mismatch = new Refused(RefusalReasons.NameMismatch, found.Value.Name);
            await audit.RecordDenialAsync(act, mismatch);
            return mismatch;
        }

        return await ActAsync(act, new OrganizationDeleted(organization), async () =>
        {
            var deleted = await organizations.DeleteAsync(organization).ToResultAsync();
            if (!deleted.IsFailure)
            {
                await creation.ForgetAsync(organization);
            }

            return deleted;
        });
    }

    private async Task<Result<OrganizationId>> CreateOnceAsync(Guid requestId, Person person, CreateOrganizationForm form)
    {
        if (await creation.FindDoneAsync(person.Id, requestId) is { } earlier)
        {
            return earlier;
        }

        var act = new AuditAct(AuditActions.CreateOrganization, null, "organization", null, form.Name, null, new { form.Name, form.Description });
        if (await RefuseCreationAsync(person) is { } refused)
        {
            await audit.RecordDenialAsync(act, refused);
            return refused;
        }

        var administrator = await creation.FindAdministratorRoleAsync();
        if (administrator.IsFailure)
        {
            return administrator.Failure;
        }

        var intent = await audit.BeginAsync(act);
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var created = await creation.RunAsync(requestId, person.Id, administrator.Value, form, entry);
        await entry.CompleteAsync(created.Failure);
        if (!created.IsFailure)
        {
            events.Publish(new MembersChanged(created.Value, person.Id));
        }

        return created;
    }

    private async Task<Failure?> RefuseCreationAsync(Person person)
    {
        if (options.Value.Creation == CreationPolicy.Nobody)
        {
            return new Refused(RefusalReasons.CreationNotAllowed);
        }

        return await creation.IsLimitReachedAsync(person.Id) ? new LimitReached("organizations_per_person") : null;
    }

    private async Task<Result> UpdateAsync(Organization before, OrganizationProfileForm form)
    {
        var act = new AuditAct(
            AuditActions.UpdateOrganization, before.Id, "organization", before.Id.Value, before.Name,
            new { before.Name, before.Description }, new { form.Name, form.Description });
        return await ActAsync(act, new OrganizationChanged(before.Id), async () =>
            await organizations.UpdateAsync(before.Id, new OrganizationChange(form.Name, form.Description ?? string.Empty)).ToResultAsync() is { IsFailure: true } updated
                ? updated.Failure
                : Result.Done);
    }

    private async Task<Result> ActAsync(AuditAct act, OrganizationEvent announcement, Func<Task<Result>> run)
    {
        var intent = await audit.BeginAsync(act);
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var done = await run();
        await entry.CompleteAsync(done.Failure);
        if (!done.IsFailure)
        {
            events.Publish(announcement);
        }

        return done;
    }

    private static MyOrganization ToMine(UserOrganization organization) => new(
        organization.Id, organization.Name, organization.Description, organization.Branding?.LogoUrl, [.. organization.OrganizationRoles.Select(role => role.Name)]);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

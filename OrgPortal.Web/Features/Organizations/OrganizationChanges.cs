using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>
/// Changes to an organization, one at a time, on record, announced. Whoever calls has checked the permission; it is asked for again inside
/// the lock, since whoever held it before may have taken it away.
/// </summary>
internal sealed class OrganizationChanges(
    IOrganizationGuard guard, IOrganizationsClient organizations, IOrganizationLocks locks, IAuditTrail audit, IOrganizationEvents events, CustomFieldSchema schema)
{
    public Task<Result> UpdateAsync(OrganizationId organization, OrganizationProfileForm form, OrganizationProfileForm? expected) => InTurnAsync(
        organization, () => guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageOrganization), async before =>
    {
        if (form.Fields is { } given && schema.Refuse(given, before.CustomData) is { Count: > 0 } wrong)
        {
            return new Invalid(wrong);
        }

        var now = new OrganizationProfileForm(before.Name, before.Description, form.Brand is null ? null : OrganizationBrand.Of(before));
        IReadOnlyList<string> changed = form.Fields is null ? [] : schema.Changed(form.Fields, before.CustomData);
        var act = new AuditAct(
            AuditActions.UpdateOrganization, organization, "organization", organization.Value, before.Name,
            now.Recorded([.. changed.Select(key => KeyValuePair.Create(key, CustomField.TextOf(before.CustomData?[key])))]),
            form.Recorded([.. changed.Select(key => KeyValuePair.Create(key, form.Fields![key]))]));
        var look = form.Brand?.Onto(before);
        var isOutdated = expected is not null && (now != expected with { Brand = form.Brand is null ? null : expected.Brand, Fields = null } || !schema.AreAsTheyWere(expected.Fields, before.CustomData));
        return isOutdated
            ? await RefuseAsync(act, new Refused(RefusalReasons.ChangedMeanwhile))
            : await ChangeAsync(act, organization, new OrganizationChange(
                form.Name, form.Description ?? string.Empty, look?.Branding, look?.Color, CustomData: changed.Count == 0 ? null : schema.Onto(before.CustomData, form.Fields!)));
    });

    public Task<Result> BrandAsync(OrganizationId organization, OrganizationBrand brand, OrganizationBrand? expected) => InTurnAsync(
        organization, () => guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageOrganization), async before =>
    {
        var now = OrganizationBrand.Of(before);
        var act = new AuditAct(AuditActions.BrandOrganization, organization, "organization", organization.Value, before.Name, now, brand);
        var (branding, color) = brand.Onto(before);
        return expected is not null && now != expected
            ? await RefuseAsync(act, new Refused(RefusalReasons.ChangedMeanwhile))
            : await ChangeAsync(act, organization, new OrganizationChange(Branding: branding, Color: color));
    });

    /// <summary>Sets one logo and leaves the rest of the look as it is at that moment.</summary>
    public Task<Result> SetLogoAsync(OrganizationId organization, string url, bool isDark) => InTurnAsync(
        organization, () => guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageOrganization), before =>
    {
        var now = OrganizationBrand.Of(before);
        var brand = isDark ? now with { DarkLogoUrl = url } : now with { LogoUrl = url };
        return ChangeAsync(
            new AuditAct(AuditActions.BrandOrganization, organization, "organization", organization.Value, before.Name, now, brand),
            organization,
            new OrganizationChange(Branding: brand.Onto(before).Branding));
    });

    /// <summary>Does it inside the lock, with the organization as Logto has it now.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="deny">What is asked once more inside the lock.</param>
    /// <param name="change">What to do.</param>
    public async Task<Result> InTurnAsync(OrganizationId organization, Func<Task<Failure?>> deny, Func<Organization, Task<Result>> change)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        if (await deny() is { } lost)
        {
            return lost;
        }

        var before = await organizations.GetAsync(organization).ToResultAsync();
        return before.IsFailure ? before.Failure : await change(before.Value);
    }


    private Task<Result> ChangeAsync(AuditAct act, OrganizationId organization, OrganizationChange change) => ActAsync(act, new OrganizationChanged(organization), async () =>
    {
        var updated = await organizations.UpdateAsync(organization, change).ToResultAsync();
        return updated.IsFailure ? updated.Failure : Result.Done;
    });

    /// <summary>Does it with the intent on record before and the outcome after, and announces it.</summary>
    public async Task<Result> ActAsync(AuditAct act, OrganizationEvent announcement, Func<Task<Result>> run)
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

    /// <summary>Does not do it, on record.</summary>
    public async Task<Result> RefuseAsync(AuditAct act, Refused refused)
    {
        await audit.RecordDenialAsync(act, refused);
        return refused;
    }
}

using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Features.Organizations.Deletion;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

internal sealed class OrganizationService(
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    ICurrentUser currentUser,
    OrganizationReading reading,
    CreationRules rules,
    OrganizationCreation creation,
    OrganizationChanges changes,
    OrganizationDeletion deletion,
    CustomFieldSchema schema,
    LogoUpload logos,
    IAuditTrail audit,
    IOrganizationEvents events) : IOrganizationService
{
    public async Task<Result<IReadOnlyList<MyOrganization>>> ListMineAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reading.ListOfAsync((await currentUser.GetAsync())!.Id, cancellationToken);
    }

    public async Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reading.GetAsync(organization, (await currentUser.GetAsync())!.Id, cancellationToken);
    }

    public async Task<Result<DeletionImpact>> GetDeletionImpactAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.DeleteOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var impact = await reading.GetDeletionImpactAsync(organization, cancellationToken);
        return impact.IsFailure ? impact : impact.Value with { RestorableUntil = deletion.RestorableUntil };
    }

    public async Task<Result<CreationTerms>> GetCreationTermsAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await rules.RefuseAsync((await currentUser.GetAsync())!.Id) is { } refused ? refused : await rules.ListTermsAsync(cancellationToken);
    }

    public async Task<Result> MayCreateAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await rules.RefuseAsync((await currentUser.GetAsync())!.Id) is { } refused ? refused : Result.Done;
    }

    public async Task<Result<OrganizationId>> CreateAsync(Guid requestId, CreateOrganizationForm form)
    {
        if (await guard.DenyUnlessActiveAsync() is { } denied)
        {
            return denied;
        }

        var person = (await currentUser.GetAsync())!;
        form = new CreateOrganizationForm(OrganizationNames.Clean(form.Name), OrganizationNames.CleanOrNone(form.Description), schema.Clean(form.Fields));
        IReadOnlyList<FieldFailure> wrong = [.. OrganizationNames.Refuse(form.Name, form.Description)?.Fields ?? [], .. schema.RefuseForCreation(form.Fields)];
        if (wrong.Count > 0)
        {
            return new Invalid(wrong);
        }

        var held = await creation.HoldAsync(person.Id);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        var earlier = await creation.ResumeAsync(person.Id, requestId);
        return earlier switch
        {
            { IsFailure: true } => earlier.Failure,
            { Value: { } organization } => organization,
            _ => await CreateAsync(requestId, person.Id, form),
        };
    }

    public async Task<Result> UpdateAsync(OrganizationId organization, OrganizationProfileForm form, OrganizationProfileForm? expected = null)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        form = new OrganizationProfileForm(OrganizationNames.Clean(form.Name), OrganizationNames.CleanOrNone(form.Description), form.Brand?.Clean(), schema.Clean(form.Fields));
        IReadOnlyList<FieldFailure> wrong = [.. OrganizationNames.Refuse(form.Name, form.Description)?.Fields ?? [], .. form.Brand?.Refuse(expected?.Brand) ?? []];
        return wrong.Count > 0 ? new Invalid(wrong) : await changes.UpdateAsync(organization, form, expected);
    }

    public async Task<Result> BrandAsync(OrganizationId organization, OrganizationBrand brand, OrganizationBrand? expected = null)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        brand = brand.Clean();
        return brand.Refuse(expected) is { Count: > 0 } wrong ? new Invalid(wrong) : await changes.BrandAsync(organization, brand, expected);
    }

    public async Task<Result<bool>> CanUploadLogosAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await logos.IsPossibleAsync(cancellationToken);
    }

    public async Task<Result> UploadLogoAsync(OrganizationId organization, Stream file, bool isDark = false)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        return await logos.RunAsync(organization, file, isDark);
    }

    public async Task<Result<DateTimeOffset?>> DeleteAsync(OrganizationId organization, string typedName)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteOrganization) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.DeleteOrganization) is { } unproved)
        {
            return unproved;
        }

        return await deletion.DeleteAsync(organization, typedName);
    }

    public async Task<Result> RestoreAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessHeldAsync(organization, OrganizationPermissions.DeleteOrganization) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.RestoreOrganization) is { } unproved)
        {
            return unproved;
        }

        return await deletion.RestoreAsync(organization);
    }

    private async Task<Result<OrganizationId>> CreateAsync(Guid requestId, UserId person, CreateOrganizationForm form)
    {
        var act = new AuditAct(AuditActions.CreateOrganization, null, "organization", null, form.Name, null, form.Recorded());
        if (await rules.RefuseAsync(person) is { } refused)
        {
            await audit.RecordDenialAsync(act, refused);
            return refused;
        }

        var administrator = await rules.FindAdministratorRoleAsync();
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
        var created = await creation.RunAsync(requestId, person, administrator.Value.Id, form, entry);
        await entry.CompleteAsync(created.Failure);
        if (!created.IsFailure)
        {
            events.Publish(new MembersChanged(created.Value, person));
        }

        return created;
    }
}

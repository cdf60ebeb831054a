using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationsClient(FakeLogto logto) : IOrganizationsClient
{
    public Task<Page<Organization>> ListAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default) => Run(nameof(ListAsync), call =>
    {
        if (page is not { Number: >= 1, Size: >= 1 and <= PageRequest.MaxSize })
        {
            throw FakeLogto.BadRequest("guard.invalid_pagination", call);
        }

        var found = logto.Organizations
            .Where(one => search is null || one.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || one.Id.Value.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new Page<Organization>([.. found.Skip((page.Number - 1) * page.Size).Take(page.Size)], page, found.Count);
    }, cancellationToken);

    public Task<Page<CountedOrganization>> ListCountedAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default) => Run(nameof(ListCountedAsync), call =>
    {
        if (page is not { Number: >= 1, Size: >= 1 and <= PageRequest.MaxSize })
        {
            throw FakeLogto.BadRequest("guard.invalid_pagination", call);
        }

        var found = logto.Organizations
            .Where(one => search is null || one.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || one.Id.Value.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new Page<CountedOrganization>(
            [.. found.Skip((page.Number - 1) * page.Size).Take(page.Size).Select(one => new CountedOrganization(one.Id, one.Name, one.Branding, one.CreatedAt, logto.Members.Count(member => member.Organization == one.Id)))],
            page,
            found.Count);
    }, cancellationToken);

    public Task<Organization> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Run(nameof(GetAsync), call => Find(organization) ?? throw FakeLogto.NotFound("entity.not_exists_with_id", call), cancellationToken);

    public Task<Organization> CreateAsync(NewOrganization organization) => Run(nameof(CreateAsync), call =>
    {
        CheckTexts(organization.Name, organization.Description, call);
        return Find(logto.AddOrganization(organization.Name, organization.Description, organization.CustomData))!;
    });

    public Task<Organization> UpdateAsync(OrganizationId organization, OrganizationChange change) => Run(nameof(UpdateAsync), call =>
    {
        CheckTexts(change.Name, change.Description is { Length: 0 } ? null : change.Description, call);
        if (change is { Name: null, Description: null, Branding: null, Color: null, IsMfaRequired: null, CustomData: null })
        {
            throw FakeLogto.Unprocessable("entity.invalid_input", call);
        }

        CheckColor(change.Color?.PrimaryColor, call);
        CheckColor(change.Color?.DarkPrimaryColor, call);
        var index = logto.Organizations.FindIndex(candidate => candidate.Id == organization);
        if (index < 0)
        {
            throw FakeLogto.NotFound("entity.not_exists", call);
        }

        var before = logto.Organizations[index];
        return logto.Organizations[index] = before with
        {
            Name = change.Name ?? before.Name,
            Description = change.Description switch { null => before.Description, "" => null, var description => description },
            Branding = change.Branding ?? before.Branding,
            Color = change.Color ?? before.Color,
            IsMfaRequired = change.IsMfaRequired ?? before.IsMfaRequired,
            CustomData = change.CustomData?.DeepClone().AsObject() ?? before.CustomData,
        };
    });

    public Task DeleteAsync(OrganizationId organization) => Run(nameof(DeleteAsync), call =>
    {
        if (logto.Organizations.RemoveAll(candidate => candidate.Id == organization) == 0)
        {
            throw FakeLogto.NotFound("entity.not_found", call);
        }

        logto.Invitations.RemoveAll(invitation => invitation.OrganizationId == organization);
        return logto.Members.RemoveAll(member => member.Organization == organization);
    });

    private static void CheckTexts(string? name, string? description, string call)
    {
        if (name is { Length: 0 or > 128 } || description is { Length: 0 or > 256 })
        {
            throw FakeLogto.BadRequest("guard.invalid_input", call);
        }
    }

    private static void CheckColor(string? color, string call)
    {
        if (color is not null && !RgbColor.TryParse(color, out _))
        {
            throw FakeLogto.BadRequest("guard.invalid_input", call);
        }
    }

    private Organization? Find(OrganizationId organization) => logto.Organizations.Find(candidate => candidate.Id == organization);

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationsClient), method, act, cancellationToken);
}

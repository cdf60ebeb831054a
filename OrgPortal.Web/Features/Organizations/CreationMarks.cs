using System.Text.Json.Nodes;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>
/// Logto has no idempotency keys: when the answer to a creation is lost, nobody knows whether there is an organization, nor its id. So each
/// carries a mark of its creation in its custom data, by which it is found again.
/// </summary>
internal sealed class CreationMarks(IOrganizationsClient organizations, IOrganizationMembersClient members)
{
    private const string Key = "orgPortalCreation";

    /// <summary>The custom data of a new organization.</summary>
    public static JsonObject Make(CreatedOrganization creation) =>
        new() { [Key] = new JsonObject { ["creator"] = creation.UserId, ["request"] = creation.RequestId.ToString() } };

    /// <summary>What this creation left in Logto without anybody in it. One that has members is somebody's, whatever its mark says.</summary>
    public async Task<Result<IReadOnlyList<OrganizationId>>> FindLeftAsync(CreatedOrganization creation)
    {
        var left = new List<OrganizationId>();
        var mark = Make(creation);
        var search = SearchFor(creation.Name ?? string.Empty);
        var seen = 0;
        for (var page = new PageRequest(1, PageRequest.MaxSize); ; page = page with { Number = page.Number + 1 })
        {
            var found = await organizations.ListAsync(page, search).ToResultAsync();
            if (found.IsFailure)
            {
                return found.Failure;
            }

            foreach (var organization in found.Value.Items.Where(one => IsMarked(one, mark)))
            {
                var joined = await members.ListAsync(organization.Id, new PageRequest(1, 1)).ToResultAsync();
                if (joined.IsFailure)
                {
                    return joined.Failure;
                }

                if (joined.Value.TotalCount == 0)
                {
                    left.Add(organization.Id);
                }
            }

            seen += found.Value.Items.Count;
            if (found.Value.Items.Count == 0 || seen >= found.Value.TotalCount)
            {
                return left;
            }
        }
    }

    private static bool IsMarked(Organization organization, JsonObject mark) =>
        organization.CustomData?[Key] is JsonObject found && JsonNode.DeepEquals(found, mark[Key]);

    // Characters that mean something else in Logto's search are not searched for; the longest part between them is enough to find it.
    private static string? SearchFor(string name) =>
        name.Split('%', '_', '\\').Select(part => part.Trim()).MaxBy(part => part.Length) is { Length: > 0 } part ? part : null;
}

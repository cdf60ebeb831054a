using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>
/// When Logto's answer to a creation is lost, nobody knows whether there is an application, nor its id. So each carries a mark of its row in its custom
/// data, by which it is found again. The mark proves nothing about whose it is: that the store says.
/// </summary>
internal sealed class MachineMarks(IApplicationsClient applications)
{
    private const string Key = "orgPortalMachine";

    /// <summary>The custom data of a new application.</summary>
    public static JsonObject Make(OrganizationMachine machine) =>
        new() { [Key] = new JsonObject { ["machine"] = machine.Id.ToString(), ["organization"] = machine.OrganizationId } };

    /// <summary>The ids of the applications that are left of a row without one. Reads all of the tenant: for what was broken off only.</summary>
    public async Task<Result<IReadOnlyList<string>>> FindLeftAsync(OrganizationMachine machine)
    {
        var mark = Make(machine)[Key];
        var all = await applications.ListAsync().ToResultAsync();
        return all.IsFailure ? all.Failure : Result.Of<IReadOnlyList<string>>([.. all.Value.Where(one => one.CustomData?[Key] is JsonObject found && JsonNode.DeepEquals(found, mark)).Select(one => one.Id)]);
    }
}

using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A machine of an organization.</summary>
internal sealed record MachineResponse(
    [property: Description("Names it; null for one that somebody else has put into the organization, which nothing can be done with.")] Guid? Id,
    [property: Description("The application's id in Logto, its client_id.")] string ClientId,
    [property: Description("What it is called.")] string Name,
    [property: Description("What it is for.")] string? Description,
    [property: Description("active: gets tokens; off: switched off here; withdrawn: taken out of the organization in Logto itself; ending: being deleted; provided: of somebody else.")] MachineState State,
    [property: Description("What it may do in the organization.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("When it was made.")] DateTimeOffset? CreatedAt,
    [property: Description("What whoever made it was called.")] string? CreatedBy,
    [property: Description("When the first of its secrets ends, or the last one ended; null when none does.")] DateTimeOffset? SecretEndsAt)
{
    /// <summary>Maps it.</summary>
    public static MachineResponse From(MachineRow row) => new(row.Id, row.ClientId, row.Name, row.Description, row.State, RoleReference.From(row.Roles), row.CreatedAt, row.CreatedBy, row.SecretEndsAt);
}

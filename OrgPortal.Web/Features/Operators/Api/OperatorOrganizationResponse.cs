using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>An organization in the operators' list.</summary>
internal sealed record OperatorOrganizationResponse(
    [property: Description("The organization.")] string Id,
    [property: Description("What it is called.")] string Name,
    [property: Description("How many people belong to it.")] int Members,
    [property: Description("When it was created.")] DateTimeOffset CreatedAt,
    [property: Description("When something was last done in it that is on record; null for never.")] DateTimeOffset? LastActivityAt,
    [property: Description("Set when it was deleted: until then its administrators can restore it.")] DateTimeOffset? RestorableUntil)
{
    /// <summary>Maps it.</summary>
    public static OperatorOrganizationResponse From(OperatorOrganizationRow row) => new(row.Id.Value, row.Name, row.Members, row.CreatedAt, row.LastActivityAt, row.Hold?.RestorableUntil);
}

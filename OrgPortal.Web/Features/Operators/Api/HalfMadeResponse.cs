using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>A creation that was begun and is not done.</summary>
internal sealed record HalfMadeResponse(
    [property: Description("Who created.")] string CreatorId,
    [property: Description("Which creation of that person's.")] Guid CreationId,
    [property: Description("What it is to be called, as long as nothing is known to exist.")] string? Name,
    [property: Description("The organization, if Logto is known to have made it.")] string? OrganizationId,
    [property: Description("When its last try began.")] DateTimeOffset BegunAt)
{
    /// <summary>Maps it.</summary>
    public static HalfMadeResponse From(HalfMadeOrganization half) => new(half.Creator.Value, half.Creation, half.Name, half.Organization?.Value, half.BegunAt);
}

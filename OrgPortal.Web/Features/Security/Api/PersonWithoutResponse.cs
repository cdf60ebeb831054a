using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>A member without a second factor, as the last count found.</summary>
internal sealed record PersonWithoutResponse(
    [property: Description("The person.")] string UserId,
    [property: Description("The name.")] string? Name,
    [property: Description("The address, or the user name.")] string? EmailAddress,
    [property: Description("When the person last signed in to the tenant.")] DateTimeOffset? LastSignInAt,
    [property: Description("When the person was last reminded.")] DateTimeOffset? RemindedAt,
    [property: Description("Whether that is long enough ago.")] bool CanRemind)
{
    /// <summary>Maps it.</summary>
    public static PersonWithoutResponse From(PersonWithout person) => new(person.Id.Value, person.Name, person.EmailAddress, person.LastSignInAt, person.RemindedAt, person.CanRemind);
}

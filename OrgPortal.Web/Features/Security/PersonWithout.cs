using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>A member without a second factor, as the last count found.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name, if there is one.</param>
/// <param name="EmailAddress">The address, if there is one.</param>
/// <param name="PictureUrl">A picture, if there is one.</param>
/// <param name="LastSignInAt">When the person last signed in to the tenant.</param>
/// <param name="RemindedAt">When the person was last reminded.</param>
/// <param name="CanRemind">Whether that is long enough ago.</param>
public sealed record PersonWithout(UserId Id, string? Name, string? EmailAddress, string? PictureUrl, DateTimeOffset? LastSignInAt, DateTimeOffset? RemindedAt, bool CanRemind)
{
    /// <summary>What to call the person.</summary>
    public string DisplayName => Name ?? EmailAddress ?? Id.Value;
}

using System.ComponentModel;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>What a person says of themselves: all of it; what is left out is taken away.</summary>
internal sealed record UpdateMeRequest(
    [property: Description("1 to 128 characters after trimming; no control characters, no marks of direction.")] string? Name,
    [property: Description("An https address of at most 2,048 characters; left out for no picture.")] string? PictureUrl = null)
{
    /// <summary>The form.</summary>
    public AccountForm Read() => new(Name ?? string.Empty, PictureUrl);
}

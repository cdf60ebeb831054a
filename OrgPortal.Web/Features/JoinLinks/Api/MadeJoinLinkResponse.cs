using System.ComponentModel;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>A link just made. It is shown this once.</summary>
internal sealed record MadeJoinLinkResponse(
    [property: Description("Names it.")] Guid Id,
    [property: Description("Whoever opens it joins, on the portal's own page.")] Uri Link)
{
    /// <summary>Maps it.</summary>
    public static MadeJoinLinkResponse From(MadeJoinLink made) => new(made.Id, made.Address);
}

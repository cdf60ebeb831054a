using System.ComponentModel;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>A session of the person.</summary>
internal sealed record SessionResponse(
    [property: Description("What it is ended by.")] string Id,
    [property: Description("Whether it is one of the portal; otherwise one at Logto for another application.")] bool IsInPortal,
    [property: Description("What the browser called itself; null when it is not known.")] string? Device,
    [property: Description("When the person signed in; null when it is not known.")] DateTimeOffset? StartedAt,
    [property: Description("When it was used last, to within a few minutes; null when it is not known.")] DateTimeOffset? LastUsedAt)
{
    /// <summary>Maps it.</summary>
    public static SessionResponse From(AccountSession session) => new(session.Id, session.IsInPortal, session.Device, session.StartedAt, session.LastUsedAt);
}

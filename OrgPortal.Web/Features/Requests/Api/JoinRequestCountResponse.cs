using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>How many requests wait.</summary>
internal sealed record JoinRequestCountResponse(
    [property: Description("Whether there are or can be any: people can ask, or have asked.")] bool IsShown,
    [property: Description("How many wait for an answer.")] int Open)
{
    /// <summary>Maps it.</summary>
    public static JoinRequestCountResponse From(RequestTab tab) => new(tab.IsShown, tab.Open);
}

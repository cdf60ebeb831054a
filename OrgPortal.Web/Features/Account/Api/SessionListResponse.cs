using System.ComponentModel;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>Where a person is signed in to the portal.</summary>
internal sealed record SessionListResponse(
    [property: Description("The one used last first. An application that calls with a token is none of them.")] IReadOnlyList<SessionResponse> Items,
    [property: Description("Whether Logto said what it knows; otherwise there may be more.")] bool IsComplete)
{
    /// <summary>Maps it.</summary>
    public static SessionListResponse From(AccountSessionList list) => new([.. list.Sessions.Select(SessionResponse.From)], list.IsComplete);
}

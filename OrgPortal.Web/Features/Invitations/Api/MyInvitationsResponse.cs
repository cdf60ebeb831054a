using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>The open invitations for the caller's address.</summary>
internal sealed record MyInvitationsResponse(
    [property: Description("Newest first, at most 20.")] IReadOnlyList<MyInvitationResponse> Items,
    [property: Description("Whether they can be accepted and declined by their ids, which needs a tenant whose sign-up verifies addresses. Where it does not, each item tells the organization's name and nothing else, and the link in the mail is what accepts.")] bool CanAnswerHere)
{
    /// <summary>Maps it.</summary>
    public static MyInvitationsResponse From(MyInvitations mine) => new([.. mine.Items.Select(MyInvitationResponse.From)], mine.CanAnswerHere);
}

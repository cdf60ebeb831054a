using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>What the caller can ask for, and has asked.</summary>
internal sealed record MyJoiningResponse(
    [property: Description("The organization that can be asked now, by the domain of the caller's address; null when there is none.")] JoinOfferResponse? Offer,
    [property: Description("Open requests, and those that ended a short while ago; newest first.")] IReadOnlyList<MyJoinRequestResponse> Requests)
{
    /// <summary>Maps it.</summary>
    public static MyJoiningResponse From(MyJoining joining) =>
        new(joining.Offer is { } offer ? JoinOfferResponse.From(offer) : null, [.. joining.Requests.Select(MyJoinRequestResponse.From)]);
}

using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>An organization that can be asked.</summary>
internal sealed record JoinOfferResponse(
    [property: Description("Which.")] string OrganizationId,
    [property: Description("What it is called.")] string OrganizationName,
    [property: Description("Its logo, if any.")] string? LogoUrl,
    [property: Description("Its domain, which the caller's address is of.")] string Domain)
{
    /// <summary>Maps it.</summary>
    public static JoinOfferResponse From(JoinOffer offer) => new(offer.Organization.Value, offer.Name, offer.LogoUrl, offer.Domain);
}

using System.ComponentModel;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features;

/// <summary>The organization that the caller belongs to now.</summary>
internal sealed record JoinedResponse(
    [property: Description("The organization. Logto gives out a token for it at once, by the refresh token.")] string OrganizationId)
{
    /// <summary>Maps it.</summary>
    public static JoinedResponse From(OrganizationId organization) => new(organization.Value);
}

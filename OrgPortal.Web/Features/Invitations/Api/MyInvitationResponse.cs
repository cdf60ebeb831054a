using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>An open invitation for the caller's address.</summary>
internal sealed record MyInvitationResponse(
    [property: Description("Its id in Logto.")] string Id,
    [property: Description("The organization.")] string OrganizationId,
    [property: Description("What it is called.")] string OrganizationName,
    [property: Description("Its logo, if any.")] string? LogoUrl,
    [property: Description("Who invited; null when not known or not to be told.")] string? InviterName,
    [property: Description("What it grants; empty when not to be told.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("When it ends.")] DateTimeOffset ExpiresAt)
{
    /// <summary>Maps it.</summary>
    public static MyInvitationResponse From(MyInvitation mine) =>
        new(mine.Id.Value, mine.Organization.Value, mine.OrganizationName, mine.LogoUrl, mine.InviterName, RoleReference.From(mine.Roles), mine.ExpiresAt);
}

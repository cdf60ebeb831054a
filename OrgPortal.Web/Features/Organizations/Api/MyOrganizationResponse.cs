using System.ComponentModel;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>An organization of the caller.</summary>
internal sealed record MyOrganizationResponse(
    [property: Description("Chosen by Logto.")] string Id,
    [property: Description("What it is called; not unique.")] string Name,
    [property: Description("What it says about itself.")] string? Description,
    [property: Description("The address of its logo.")] string? LogoUrl,
    [property: Description("The caller's roles there, by name; may be none.")] IReadOnlyList<string> Roles,
    [property: Description("active; or deleted for one that was deleted and that the caller may restore.")] string State = MyOrganizationResponse.Active,
    [property: Description("Until when it can be restored, if it was deleted.")] DateTimeOffset? RestorableUntil = null)
{
    /// <summary>As any other.</summary>
    public const string Active = "active";

    /// <summary>Deleted, and not removed yet.</summary>
    public const string Deleted = "deleted";

    /// <summary>Maps it.</summary>
    public static MyOrganizationResponse From(MyOrganization organization) =>
        new(organization.Id.Value, organization.Name, organization.Description, organization.LogoUrl, organization.RoleNames, organization.Hold is null ? Active : Deleted, organization.Hold?.RestorableUntil);
}

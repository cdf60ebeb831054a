using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What a look at an organization found.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Members">How many people belong to it.</param>
/// <param name="HasAdministrator">Whether anybody administers it.</param>
/// <param name="WithoutRole">How many members have no role.</param>
/// <param name="Domains">Domains that people join it by, as Logto keeps them.</param>
internal sealed record ExaminedOrganization(OrganizationId Id, string Name, int Members, bool HasAdministrator, int WithoutRole, IReadOnlyList<string> Domains)
{
    /// <summary>One about which there is nothing to say: because it is closed, or still being made.</summary>
    public static ExaminedOrganization Unremarkable(OrganizationId id, string name) => new(id, name, 0, true, 0, []);
}

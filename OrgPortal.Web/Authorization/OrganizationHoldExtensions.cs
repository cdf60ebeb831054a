using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>What most ask.</summary>
internal static class OrganizationHoldExtensions
{
    /// <summary>
    /// <see langword="null"/> for an organization that is not deleted, as the store has it now; else <see cref="NotFound"/>, as if it were gone already, or
    /// <see cref="Unavailable"/> when the store does not say.
    /// </summary>
    public static async Task<Failure?> DenyIfHeldAsync(this IOrganizationHolds holds, OrganizationId organization, CancellationToken cancellationToken = default)
    {
        var hold = await holds.FindAsync(organization, isFresh: true, cancellationToken);
        return hold.IsFailure ? hold.Failure : hold.Value is null ? null : new NotFound();
    }
}

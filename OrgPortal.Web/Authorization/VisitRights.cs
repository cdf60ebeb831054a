using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// What operators may do while they are inside an organization: everything that its administrators may. Only as long as the visit lasts, and only who is an operator in Logto at
/// that moment. Whoever is on no visit costs no call.
/// </summary>
internal sealed class VisitRights(IVisits visits, TenantOperators operators)
{
    private static readonly HashSet<PermissionKey> Everything = [.. OrganizationPermissions.All.Select(permission => permission.Key)];

    /// <summary>The visit that counts; <see langword="null"/> for none, and for one of somebody who is no operator any more.</summary>
    public async Task<Result<Visit?>> FindAsync(OrganizationId organization, UserId person)
    {
        if (!operators.Exist)
        {
            return Result.Of<Visit?>(null);
        }

        var visit = await visits.FindAsync(organization, person, isFresh: true);
        if (visit.IsFailure || visit.Value is null)
        {
            return visit;
        }

        var isOperator = await operators.IncludeAsync(person);
        return isOperator.IsFailure ? isOperator.Failure : isOperator.Value ? visit : Result.Of<Visit?>(null);
    }

    /// <summary>The rights with what a visit adds to them. A member keeps their own where it cannot be found out.</summary>
    public async Task<Result<OrganizationRights>> RaiseAsync(OrganizationId organization, UserId person, OrganizationRights own)
    {
        if (Everything.IsSubsetOf(own.Permissions))
        {
            return own;
        }

        var visit = await FindAsync(organization, person);
        return visit switch
        {
            { IsFailure: true } => own.IsMember ? own : visit.Failure,
            { Value: { } within } => new OrganizationRights(true, Everything) { VisitEndsAt = within.EndsAt },
            _ => own,
        };
    }

    /// <summary>Whether the person was inside since then, and is an operator now: what was made on a visit stands after its end, as what is made in Logto's console stands.</summary>
    public async Task<Result<bool>> VouchForAsync(OrganizationId organization, UserId person, DateTimeOffset since)
    {
        if (!operators.Exist)
        {
            return false;
        }

        var was = await visits.WasInsideAsync(organization, person, since);
        return was.IsFailure || !was.Value ? was : await operators.IncludeAsync(person);
    }
}

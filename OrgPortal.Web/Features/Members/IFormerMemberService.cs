using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>People whose membership ended within 90 days, through the portal or in Logto itself as far as Logto told of it. Everything here asks for <c>members.delete</c>: who may take away may give back.</summary>
public interface IFormerMemberService
{
    /// <summary>One page of them, the newest first. No call to Logto. Whoever came back past the portal may still be among them.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="search">Part of the name or the address, in any case.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Result<Page<FormerMember>>> ListAsync(OrganizationId organization, string? search, int page, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes somebody a member again, with the roles of then that still exist, and with the day on which the membership was to end if that is still to come.
    /// The same takes a removal back.
    /// </summary>
    /// <returns>
    /// <see cref="NotFound"/> when nothing is kept of the person; <see cref="Refused"/> with <see cref="RefusalReasons.AlreadyMember"/>, <see cref="RefusalReasons.AccountGone"/>,
    /// <see cref="RefusalReasons.LeftThemselves"/> or <see cref="RefusalReasons.AboveOwnPermissions"/>. When Logto fails between membership and roles, the membership is taken away again.
    /// </returns>
    Task<Result<Reinstated>> ReinstateAsync(OrganizationId organization, UserId former);
}

using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Requests;

/// <summary>
/// Asking to join an organization, and answering. Who has no address of a domain that an organization has verified and opened learns nothing of it: every answer is as if
/// there were none.
/// </summary>
public interface IJoinRequestService
{
    /// <summary>
    /// What the signed-in person may ask for, by the address that Logto has now, and their own requests. One call to Logto; three more where there is an
    /// organization to ask.
    /// </summary>
    Task<Result<MyJoining>> ListMineAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks. For whoever has an address of one of the organization's verified domains, as Logto has both now.</summary>
    /// <param name="organization">The organization, from <see cref="ListMineAsync"/>.</param>
    /// <param name="note">Up to 500 characters for the administrators.</param>
    /// <returns>
    /// Done; <see cref="NotFound"/>, whether or not there is such an organization; <see cref="Invalid"/> (<c>note</c>); <see cref="Refused"/> with
    /// <see cref="RefusalReasons.AlreadyMember"/> or <see cref="RefusalReasons.RequestOpen"/>; <see cref="LimitReached"/> <c>requests_per_person</c> or <c>request_declined_lately</c>.
    /// </returns>
    Task<Result> AskAsync(OrganizationId organization, string? note);

    /// <summary>Takes one's own open request back.</summary>
    /// <returns><see cref="NotFound"/> for one of somebody else; <see cref="RefusalReasons.RequestClosed"/>.</returns>
    Task<Result> WithdrawAsync(Guid request);

    /// <summary>Whether there is a tab, and how many wait. Asks for <c>members.invite</c>, and Logto nothing besides.</summary>
    Task<Result<RequestTab>> CountAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>The requests. Asks for <c>members.invite</c>, and Logto nothing besides.</summary>
    Task<Result<RequestList>> ListAsync(OrganizationId organization, RequestQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes whoever asked a member with these roles: all of it or nothing. Asks for <c>members.invite</c>, like an invitation that is accepted in the same moment.
    /// </summary>
    /// <returns>
    /// Done; <see cref="NotFound"/>; <see cref="Invalid"/> (<c>roles</c>); <see cref="Refused"/> with <see cref="RefusalReasons.RequestClosed"/>,
    /// <see cref="RefusalReasons.AlreadyMember"/>, <see cref="RefusalReasons.AboveOwnPermissions"/>, <see cref="RefusalReasons.MachineRole"/>,
    /// <see cref="RefusalReasons.AskerSuspended"/> or <see cref="RefusalReasons.AskerAddressChanged"/>; <see cref="Interrupted"/> when Logto failed in the middle.
    /// </returns>
    Task<Result> ApproveAsync(OrganizationId organization, Guid request, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary>Declines. Asks for <c>members.invite</c>.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="request">The request.</param>
    /// <param name="reason">Up to 500 characters, which whoever asked reads.</param>
    Task<Result> DeclineAsync(OrganizationId organization, Guid request, string? reason);
}

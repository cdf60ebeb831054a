using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Puts requests together for an organization's administrators, from the store alone.</summary>
internal sealed class RequestListing(RequestStore store, DomainDirectory directory, TimeProvider time)
{
    public async Task<Result<RequestTab>> CountAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var open = await store.CountOpenAsync(organization, time.GetUtcNow(), cancellationToken);
        var isOn = await directory.IsOpenToRequestsAsync(organization, cancellationToken);
        return open.IsFailure || isOn.IsFailure ? (open.Failure ?? isOn.Failure)! : new RequestTab(isOn.Value || open.Value > 0, open.Value);
    }

    public async Task<Result<RequestList>> ReadAsync(OrganizationId organization, RequestQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        query = query with { Page = Math.Max(1, query.Page) };
        var found = await store.ListAsync(organization, query, now, cancellationToken);
        var isOn = await directory.IsOpenToRequestsAsync(organization, cancellationToken);
        if (found.IsFailure || isOn.IsFailure)
        {
            return (found.Failure ?? isOn.Failure)!;
        }

        var (rows, open, ended) = found.Value;
        var page = new Page<RequestRow>([.. rows.Select(row => Describe(row, now))], new PageRequest(query.Page, RequestQuery.PageSize), query.ShowsEnded ? ended : open);
        return new RequestList(page, open, ended, isOn.Value);
    }

    private static RequestRow Describe(JoinRequest row, DateTimeOffset now) => new(
        row.Id, UserId.Parse(row.UserId, null), row.Name, row.Address, row.Note, RequestStates.Of(row, now), row.AskedAt, row.ExpiresAt, row.ClosedAt, row.AnsweredByName, row.Reason);
}

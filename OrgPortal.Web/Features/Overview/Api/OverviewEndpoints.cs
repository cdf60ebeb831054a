using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Overview.Api;

/// <summary>The overview over HTTP. What happened last is read from the audit trail's own address.</summary>
internal static class OverviewEndpoints
{
    private static readonly DateTimeOffset Example = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Maps it.</summary>
    public static RouteGroupBuilder MapOverview(this RouteGroupBuilder api)
    {
        api.MapGet("/organizations/{organization:id}/overview", GetAsync).Describe(
            "getOverview", "Organizations", "An organization at a glance", "For every member; each field needs a permission of its own and is null without it. A part that cannot be read takes no other away.")
            .Answers<OverviewResponse>()
            .Example(response: new OverviewResponse(
                Example.AddDays(-1), true, 12, 2, 3, 1, true, 1, false, Example.AddDays(7), 9, [new(Example.AddDays(-1), 11), new(Example, 12)], []));
        return api;
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, IOrganizationOverviewService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, OverviewParts.All & ~OverviewParts.Activity, cancellationToken)).ToHttp(OverviewResponse.From);
}

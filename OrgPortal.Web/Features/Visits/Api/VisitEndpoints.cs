using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Visits.Api;

/// <summary>
/// Operators' visits over HTTP. Inside, an operator works with the pages: an address of an organization asks for a token of that organization, and Logto gives those to its members.
/// </summary>
internal static class VisitEndpoints
{
    private const string Tag = "Operators";

    // Not named as an organization's own addresses name it: an operator's token is of none.
    private const string Mine = "/operators/organizations/{id:id}/visit";

    private static readonly DateTimeOffset Began = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly VisitResponse Sample = new(
        Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"), "o9p8e7r6a5t4", "Olga Operator", "Support request 4711: nobody can manage members any more", Began, Began.AddHours(1));

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapVisits(this RouteGroupBuilder api)
    {
        api.MapGet(Mine, GetTermsAsync).Describe(
            "getVisitTerms", Tag, "What to know before going inside an organization", "For operators of the portal.")
            .Answers<VisitTermsResponse>()
            .Example(response: new VisitTermsResponse("Acme", 60, null));
        api.MapPost(Mine, EnterAsync).Describe(
            "enterOrganization", Tag, "Go inside an organization", "For operators of the portal. Asks for an identity proof of the last ten minutes. On record in the organization's audit trail, and its administrators are told. What is done inside is done on the portal's pages.")
            .Answers<VisitResponse>(201).Fails(400, 409)
            .Example(new VisitRequest(Sample.Reason), Sample);
        api.MapDelete(Mine, LeaveAsync).Describe(
            "leaveVisitedOrganization", Tag, "Leave an organization that one is inside as an operator", "404 for whoever is not inside.")
            .Answers(204);
        api.MapGet("/organizations/{organization:id}/visits", ListAsync).Describe(
            "listVisits", Tag, "Operators who are inside now", "Those before are in the audit trail, as operator.enter. Needs audit.read.")
            .Answers<IReadOnlyList<VisitResponse>>()
            .Example(response: new[] { Sample });
        return api;
    }

    private static async Task<IResult> GetTermsAsync(OrganizationId id, IVisitService service, CancellationToken cancellationToken) =>
        (await service.GetTermsAsync(id, cancellationToken)).ToHttp(VisitTermsResponse.From);

    private static async Task<IResult> EnterAsync(OrganizationId id, VisitRequest body, IVisitService service) =>
        (await service.EnterAsync(id, body.Reason)).ToCreated(VisitResponse.From, _ => $"/operators/organizations/{id}/visit");

    private static async Task<IResult> LeaveAsync(OrganizationId id, IVisitService service) => (await service.LeaveAsync(id)).ToHttp();

    private static async Task<IResult> ListAsync(OrganizationId organization, IVisitService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, cancellationToken)).ToHttp(visits => visits.Select(VisitResponse.From).ToArray());
}

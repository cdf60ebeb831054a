using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>An organization's domains over HTTP.</summary>
internal static class DomainEndpoints
{
    private const string Tag = "Domains";
    private const string All = "/organizations/{organization:id}/domains";
    private const string One = All + "/{domain}";

    private static readonly DomainResponse Sample = new(
        "acme.example", "acme.example", DomainState.Unverified, "_orgportal-challenge.acme.example", "orgportal-verify=k3x9", null, null, false, null, null, null, DomainEnrolment.Nothing);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapDomains(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listDomains", Tag, "List the domains", "With the record in DNS that proves each. Needs security.manage.")
            .Answers<DomainListResponse>()
            .Example(response: new DomainListResponse([Sample], [], true));
        api.MapPost(All, AddAsync).Describe(
            "addDomain", Tag, "Claim a domain", "Proves nothing yet; the list says which record does. Needs security.manage.")
            .Answers<AddedDomainResponse>(201).Fails(400, 409, 422)
            .Example(new AddDomainRequest("acme.example"), new AddedDomainResponse("acme.example"));
        api.MapPost(One + "/verify", VerifyAsync).Describe(
            "verifyDomain", Tag, "Look for a domain's record now", "That it is not there is an answer and no problem. Needs security.manage.")
            .Answers<DomainProofResponse>().Fails(409, 422)
            .Example(response: new DomainProofResponse(DomainProof.Found));
        api.MapPut(One + "/enrolment", SetEnrolmentAsync).Describe(
            "setDomainEnrolment", Tag, "Decide who may join by a domain", "Of a verified one, and where the tenant's sign-up verifies addresses. Needs security.manage.")
            .Answers(204).Fails(400, 409)
            .Example(new EnrolmentRequest("ask"));
        api.MapDelete(One, RemoveAsync).Describe(
            "removeDomain", Tag, "Give a domain up", "Nobody joins by it any more; members stay. Its record is never used again. Needs security.manage.")
            .Answers(204);
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, IDomainService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, cancellationToken)).ToHttp(DomainListResponse.From);

    private static async Task<IResult> AddAsync(OrganizationId organization, AddDomainRequest body, IDomainService service) =>
        (await service.AddAsync(organization, body.Domain ?? string.Empty)).ToCreated(name => new AddedDomainResponse(name), _ => $"/organizations/{organization}/domains");

    private static async Task<IResult> VerifyAsync(OrganizationId organization, string domain, IDomainService service) =>
        (await service.VerifyAsync(organization, domain)).ToHttp(proof => new DomainProofResponse(proof));

    private static async Task<IResult> SetEnrolmentAsync(OrganizationId organization, string domain, EnrolmentRequest body, IDomainService service)
    {
        var read = new InputReader();
        var (enrolment, roles) = (read.Word<DomainEnrolment>("enrolment", body.Enrolment), read.Ids<OrganizationRoleId>("roleIds", body.RoleIds));
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SetEnrolmentAsync(organization, domain, enrolment, roles)).Naming(("roles", "roleIds")).ToHttp();
    }

    private static async Task<IResult> RemoveAsync(OrganizationId organization, string domain, IDomainService service) => (await service.RemoveAsync(organization, domain)).ToHttp();
}

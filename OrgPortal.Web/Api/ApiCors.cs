using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Web.Api;

/// <summary>What pages of the configured origins may send and read. Never with cookies, which count for nothing here anyway.</summary>
internal sealed class ApiCors(IOptions<ApiOptions> options) : IConfigureOptions<CorsOptions>
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "Api";

    private static readonly TimeSpan PreflightCountsFor = TimeSpan.FromMinutes(10);

    public void Configure(CorsOptions cors) => cors.AddPolicy(Policy, policy => policy
        .WithOrigins([.. options.Value.Cors.Origins])
        .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
        .WithHeaders(
            HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, IdempotencyKey.Header, IdentityProofs.Header)
        .WithExposedHeaders(
            HeaderNames.ETag, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, PageHeaders.Total, IdempotencyKey.ReplayedHeader, Correlation.Header)
        .SetPreflightMaxAge(PreflightCountsFor));
}

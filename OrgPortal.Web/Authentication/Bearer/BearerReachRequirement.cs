using Microsoft.AspNetCore.Authorization;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>The token must reach the address that is called: see <see cref="BearerReach"/>.</summary>
internal sealed class BearerReachRequirement : AuthorizationHandler<BearerReachRequirement>, IAuthorizationRequirement
{
    /// <summary>The policy of every address of the API: a token that reaches it, and nothing else.</summary>
    public const string Policy = "Bearer";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, BearerReachRequirement requirement)
    {
        if (context.Resource is HttpContext request
            && context.User.Identities.OfType<BearerIdentity>().SingleOrDefault() is { } bearer
            && BearerReach.Refuse(bearer.Token, request.Request.RouteValues[BearerReach.RouteValue] as string) is null)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

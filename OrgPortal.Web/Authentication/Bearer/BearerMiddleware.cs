using Microsoft.AspNetCore.Authentication;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// Asks for a token and for nothing else. The framework's own middleware would, for every request, make ready what signs people in and what reads their cookie, to be told by
/// both that this is not theirs.
/// </summary>
internal sealed class BearerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync(PortalSchemes.Bearer)).Principal is { } person)
        {
            context.User = person;
        }

        await next(context);
    }
}

using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator.Pages;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Sends the browser back to the application, with <c>state</c> and <c>iss</c> beside whatever else there is to say.</summary>
internal sealed class AuthorizationResponse(EmulatorAddress address)
{
    public Task RefuseAsync(HttpContext context, AuthorizationTarget target, string error, string description) =>
        SendAsync(context, target, [new("error", error), new("error_description", description)]);

    public Task SendAsync(HttpContext context, AuthorizationTarget target, IReadOnlyList<KeyValuePair<string, string?>> values)
    {
        KeyValuePair<string, string?>[] all =
            [.. values, .. target.State is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("state", target.State)], new("iss", address.Issuer)];
        context.Response.Headers.CacheControl = "no-store";
        switch (target.ResponseMode)
        {
            case "form_post":
                return Page.WriteAsync(context, HandOverPage.Create(target.RedirectUri, all));
            case "fragment":
                SeeOther(context, $"{target.RedirectUri}#{QueryHelpers.AddQueryString("", all)[1..]}");
                return Task.CompletedTask;
            default:
                SeeOther(context, QueryHelpers.AddQueryString(target.RedirectUri, all));
                return Task.CompletedTask;
        }
    }

    /// <summary>303: whatever the request was, go on with a GET.</summary>
    public static void SeeOther(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = url;
    }
}

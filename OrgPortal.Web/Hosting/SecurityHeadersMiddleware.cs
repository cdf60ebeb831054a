using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace OrgPortal.Web.Hosting;

/// <summary>
/// Sets the headers that make browsers hold the line. Dynamic answers are never stored, unless their endpoint says otherwise;
/// static assets say so themselves.
/// </summary>
internal sealed class SecurityHeadersMiddleware
{
    private readonly RequestDelegate _next;
    private readonly Func<object, Task> _complete;
    private readonly (string BeforeNonce, string AfterNonce) _policy;
    private readonly string _policyWithoutNonce;

    public SecurityHeadersMiddleware(RequestDelegate next, PortalAddress address, IOptions<SecurityHeadersOptions> options)
    {
        (_next, _complete, _policy) = (next, CompleteAsync, Policy(address, options.Value));
        _policyWithoutNonce = _policy.BeforeNonce + _policy.AfterNonce;
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(_complete, context);
        return _next(context);
    }

    private Task CompleteAsync(object request)
    {
        var context = (HttpContext)request;
        var headers = context.Response.Headers;
        if (context.GetEndpoint()?.Metadata.GetMetadata<SecretAddressAttribute>() is not null)
        {
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        headers.ContentSecurityPolicy = StringValues.Concat(
            headers.ContentSecurityPolicy, PageNonce.Drawn(context) is { } nonce ? $"{_policy.BeforeNonce} 'nonce-{nonce}'{_policy.AfterNonce}" : _policyWithoutNonce);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (StringValues.IsNullOrEmpty(headers["Referrer-Policy"]))
        {
            headers["Referrer-Policy"] = "same-origin";
        }

        if (StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private static (string BeforeNonce, string AfterNonce) Policy(PortalAddress address, SecurityHeadersOptions options)
    {
        // Not every browser counts a WebSocket to the own origin as 'self'.
        var socket = (address.IsHttps ? "wss://" : "ws://") + address.Origin.Authority;
        var forms = string.Concat(options.FormTargets.Distinct(StringComparer.Ordinal).Select(target => " " + target));
        return ("default-src 'self'; script-src 'self'",
            "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' {socket}; form-action 'self'{forms}; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'");
    }
}

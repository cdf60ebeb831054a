namespace OrgPortal.Web.Product;

/// <summary>
/// Takes up <c>return_to</c> from the address of any page that is opened, before anybody has to sign in. An address that is not allowed
/// is nothing: neither kept, nor followed, nor shown.
/// </summary>
internal sealed class ReturnToMiddleware(RequestDelegate next, ProductAddresses addresses, ReturnToCookie cookie)
{
    public Task InvokeAsync(HttpContext context)
    {
        // More than one would be read differently by different readers.
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query[ReturnToCookie.Parameter] is [var asked] && addresses.Allow(asked) is { } allowed)
        {
            cookie.Keep(context, allowed);
        }

        return next(context);
    }
}

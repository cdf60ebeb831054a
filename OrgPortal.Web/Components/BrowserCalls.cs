using Microsoft.JSInterop;

namespace OrgPortal.Web.Components;

internal static class BrowserCalls
{
    /// <summary>Calls the browser; a browser that has gone meanwhile is no failure.</summary>
    public static async ValueTask TryInvokeVoidAsync(this IJSRuntime browser, string identifier, params object?[] arguments)
    {
        try
        {
            await browser.InvokeVoidAsync(identifier, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page was left.
        }
        catch (OperationCanceledException)
        {
            // The circuit is ending.
        }
    }

    /// <summary>Asks the browser; nothing when it has gone meanwhile.</summary>
    public static async ValueTask<T?> TryInvokeAsync<T>(this IJSRuntime browser, string identifier, params object?[] arguments)
    {
        try
        {
            return await browser.InvokeAsync<T>(identifier, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page was left.
            return default;
        }
        catch (OperationCanceledException)
        {
            // The circuit is ending.
            return default;
        }
    }
}

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
}

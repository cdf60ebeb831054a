using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests;

/// <summary>
/// bUnit's events, which have been handled when these return as far as the handler runs without waiting for something else; a handler that waits
/// for a dialog goes on waiting. bUnit's own return at once when somebody else holds the dispatcher, and then swallow what goes wrong. As
/// <see cref="PatientQueries"/>, they are preferred by where they stand.
/// </summary>
internal static class PatientEvents
{
    /// <summary>As the browser does: a press of what is markup in a row is told to its table (<c>portal.js</c>).</summary>
    public static void Click(this IElement element) => Settled(element, now => now.HasAttribute("data-press")
        ? now.TriggerEventAsync("onrowpress", new RowPressEventArgs { Id = now.Id ?? string.Empty })
        : now.ClickAsync(new MouseEventArgs()));

    public static void Input<T>(this IElement element, T value) => Settled(element, now => now.InputAsync(value));

    public static void Change<T>(this IElement element, T value) => Settled(element, now => now.ChangeAsync(value));

    public static void Submit(this IElement element) => Settled(element, now => now.SubmitAsync(EventArgs.Empty));

    public static void KeyDown(this IElement element, Key key) => Settled(element, now => now.KeyDownAsync(key));

    public static void TriggerEvent(this IElement element, string name, EventArgs happened) => Settled(element, now => now.TriggerEventAsync(name, happened));

    private static void Settled(IElement element, Func<IElement, Task> happen)
    {
        var context = element.Owner?.Context.GetService<BunitContext>() ?? throw new InvalidOperationException("The element was not rendered by this test.");
        // In one turn, so that nothing is drawn between looking and pressing.
        var handled = context.Renderer.Dispatcher.InvokeAsync(() => happen(element.AsDrawnNow()));
        Patience.Settle(context.Renderer.Dispatcher);
        if (handled.IsFaulted)
        {
            handled.GetAwaiter().GetResult();
        }
    }
}

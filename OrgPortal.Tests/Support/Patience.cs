using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OrgPortal.Tests.Support;

/// <summary>
/// How tests wait for pages. A background event may hold the renderer's dispatcher, and then what a test asks for is queued behind it:
/// so everything is read in its turn on the dispatcher, and looked for until it is there. Waiting costs nothing where it is there at once.
/// </summary>
internal static class Patience
{
    /// <summary>How long something may take on a machine that is busy with other things before it counts as never.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>What <paramref name="read"/> says, read between two renderings.</summary>
    internal static T Read<TComponent, T>(IRenderedComponent<TComponent> rendered, Func<T> read)
        where TComponent : IComponent =>
        Read(DispatcherOf(rendered), read);

    /// <summary>What <paramref name="read"/> says as soon as it says it without an exception.</summary>
    /// <remarks>Within another wait (on the dispatcher) it is asked once: that wait asks again. After <see cref="Limit"/> its last exception is thrown.</remarks>
    internal static T Until<TComponent, T>(IRenderedComponent<TComponent> rendered, Func<T> read)
        where TComponent : IComponent
    {
        var renderer = rendered.Services.GetRequiredService<BunitContext>().Renderer;
        if (renderer.Dispatcher.CheckAccess())
        {
            return read();
        }

        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return Read(renderer.Dispatcher, read);
            }
            catch (Exception) when (!renderer.UnhandledException.IsCompleted && Stopwatch.GetElapsedTime(began) < Limit)
            {
                // Not every condition ends with a rendering of this component, so it is asked again after a while and not after a rendering.
                Thread.Sleep(Pause);
            }
            catch (Exception) when (renderer.UnhandledException.IsCompleted)
            {
                ExceptionDispatchInfo.Throw(renderer.UnhandledException.Result);
            }
        }
    }

    /// <summary>Lets everything run that was queued on the dispatcher before this call, as far as it runs without waiting for something else.</summary>
    internal static void Settle(Dispatcher dispatcher) => Read(dispatcher, () => true);

    private static Dispatcher DispatcherOf<TComponent>(IRenderedComponent<TComponent> rendered)
        where TComponent : IComponent =>
        rendered.Services.GetRequiredService<BunitContext>().Renderer.Dispatcher;

    private static T Read<T>(Dispatcher dispatcher, Func<T> read) =>
        dispatcher.CheckAccess() ? read() : dispatcher.InvokeAsync(read).WaitAsync(Limit).GetAwaiter().GetResult();
}

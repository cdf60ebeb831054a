using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>How long a page that is rendered on the server waits for what it reads.</summary>
internal static class Prerendering
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>In a circuit waits to the end; a prerendered page goes out without what takes longer, and the circuit reads again behind it.</summary>
    public static Task WithPatience(this Task reading, RendererInfo renderer) =>
        renderer.IsInteractive ? reading : Task.WhenAny(reading, Task.Delay(Patience));
}

using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>How long a page that is rendered on the server waits for what it reads.</summary>
internal static class Prerendering
{
    /// <summary>What is not there by then comes later, into the page's skeleton.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>For a page that is there for some people only: whether it is stands in the first answer's status.</summary>
    public static readonly TimeSpan PatienceForStatus = TimeSpan.FromSeconds(5);

    /// <summary>In a circuit waits to the end; a prerendered page goes out without what takes longer, and the circuit reads again behind it.</summary>
    /// <param name="reading">What is read.</param>
    /// <param name="renderer">Where the page is rendered.</param>
    /// <param name="time">The clock that patience is measured by.</param>
    /// <param name="patience">More than the usual 200 ms, for a page whose answer may be another page.</param>
    public static async Task WithPatience(this Task reading, RendererInfo renderer, TimeProvider time, TimeSpan? patience = null)
    {
        // What came in time is awaited as well: a redirect passes through as an exception.
        if (renderer.IsInteractive || await Task.WhenAny(reading, Task.Delay(patience ?? Patience, time)) == reading)
        {
            await reading;
        }
    }
}

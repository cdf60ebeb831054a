using Microsoft.Playwright;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>When somebody hears what is done on a page.</summary>
internal static class PageReadiness
{
    /// <summary>Runs on every page before its own scripts: remembers what was prerendered.</summary>
    internal const string Mark = "addEventListener('DOMContentLoaded', () => { globalThis.prerendered = document.getElementById('main'); })";

    /// <summary>
    /// Waits until the circuit has drawn the page, which replaces what was prerendered; a page without a circuit is ready as soon as it is parsed.
    /// A key or a click before that may meet what is replaced at that moment.
    /// </summary>
    public static Task WaitUntilReadyAsync(this IPage page) => page.WaitForFunctionAsync(
        "() => globalThis.prerendered !== undefined && (!document.querySelector('script[src*=\"blazor.web\"]') || document.getElementById('main') !== globalThis.prerendered)");

    /// <summary>
    /// Waits until a file that is chosen is heard of. A circuit draws the field first, and only then listens to it: Blazor's script marks a field that it listens to
    /// (<c>InputFile.ts</c>).
    /// </summary>
    public static Task WaitUntilFilesAreHeardAsync(this IPage page) => page.WaitForFunctionAsync("() => document.querySelector('input[type=file]:enabled')?._blazorInputFileNextFileId !== undefined");
}

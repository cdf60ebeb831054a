using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Writes down what is wrong with what it looks at: for whoever does not see, hear or point well, on the narrowest screen, and for the browser.</summary>
/// <param name="thorough">Looks at every state in both themes; otherwise at one state in light and at the next in dark.</param>
internal sealed class Inspector(bool thorough)
{
    private const int Narrowest = 320;

    /// <summary>1280 px at 200 %.</summary>
    private const int Zoomed = 640;

    /// <summary>What readers may set (WCAG 1.4.12).</summary>
    private const string Spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly AxeRunOptions Everything = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), ResultTypes = [ResultType.Violations], Iframes = false };

    private static readonly string[] Meant = ["LogtoApiException", "if the connection is not in the 'Connected' State", "Circuit has been shut down due to error."];

    private readonly ConcurrentQueue<string> _findings = new();

    /// <summary>What was found, a line each.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

    /// <summary>Every class that stood on something in a state that was looked at.</summary>
    public ISet<string> Classes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many states were looked at.</summary>
    public int Looks { get; private set; }

    /// <summary>What was looked at last.</summary>
    public string? Last { get; private set; }

    /// <summary>Adds a finding of somebody else.</summary>
    public void Note(string finding) => _findings.Enqueue(finding);

    /// <summary>Listens to what the page's console says.</summary>
    public async Task ListenAsync(IPage page)
    {
        await page.Context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        page.Context.Console += (_, message) =>
        {
            // A page that says "not found" is one: its status is no mistake.
            if (message.Type == "error" && !IsMeant(message.Text) && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(message.Page?.Url ?? "-", StringComparison.Ordinal)))
            {
                Note($"{message.Page?.Url}: console: {message.Text} ({message.Location})");
            }
        };
        page.Context.WebError += (_, error) =>
        {
            if (!IsMeant(error.Error))
            {
                Note($"{error.Page?.Url}: script: {error.Error}");
            }
        };
    }

    /// <summary>Looks at one state.</summary>
    public async Task LookAsync(string state, IPage page)
    {
        (Looks, Last) = (Looks + 1, state);
        Classes.UnionWith(await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]"));
        // What sticks to the edges covers half a row wherever the page happens to stand.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        foreach (var theme in thorough ? Themes : [Themes[Looks % Themes.Length]])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await CheckAsync($"{state}, {theme}", page);
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(Narrowest, size.Height);
        await MeasureAsync(state, page);
        if (thorough)
        {
            await page.SetViewportSizeAsync(Zoomed, size.Height);
            await MeasureAsync(state, page);
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        await MeasureAsync(state, page);
    }

    // As it is, and with the spacing that some readers need.
    private async Task MeasureAsync(string state, IPage page)
    {
        var place = $"{state}, {page.ViewportSize!.Width} px";
        await NoteWidthAsync(place, page);
        await NoteCutTextAsync(place, page);
        await page.EvaluateAsync("css => { const style = document.createElement('style'); style.id = 'spacing'; style.textContent = css; document.head.append(style); }", Spacing);
        await NoteWidthAsync($"{place}, spaced", page);
        await NoteCutTextAsync($"{place}, spaced", page);
        await page.EvaluateAsync("() => document.getElementById('spacing')?.remove()");
    }

    private async Task NoteWidthAsync(string place, IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
              .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(one => one.outerHTML.slice(0, 160))
            """);
        foreach (var one in wide)
        {
            Note($"{place}: wider than the window: {one}");
        }
    }

    // Cut is only what can be read in full elsewhere: on hover, or because it stands in a title.
    private async Task NoteCutTextAsync(string place, IPage page)
    {
        var cut = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("body *")]
              .filter(one => one.childElementCount === 0 && one.textContent.trim() && one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
                && ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && getComputedStyle(one).display !== "inline" && !one.closest("[title], [data-tip], thead, textarea, .visually-hidden"))
              .map(one => one.outerHTML.slice(0, 160))
            """);
        foreach (var one in cut)
        {
            Note($"{place}: cut off: {one}");
        }
    }

    // The tour breaks one circuit on purpose, to see what people see then: the browser's console says so. And a page that is being left may still say something to a circuit
    // that was ended for that: a circuit with an error says the error before it.
    private static bool IsMeant(string message) => Array.Exists(Meant, part => message.Contains(part, StringComparison.Ordinal));

    private async Task CheckAsync(string state, IPage page)
    {
        // The other way opens a page of its own for every look, for frames, of which there are none.
#pragma warning disable CS0618
        var result = await page.Locator("html").RunAxeLegacy(Everything);
#pragma warning restore CS0618
        foreach (var violation in result.Violations)
        {
            foreach (var node in violation.Nodes)
            {
                Note($"{state}: {violation.Id}: {node.Html} ({string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))})");
            }
        }
    }
}

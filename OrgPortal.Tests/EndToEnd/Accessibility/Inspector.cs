using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Writes down what is wrong with what it looks at: for whoever does not see, hear or point well, on the narrowest screen, and for the browser.</summary>
internal sealed class Inspector
{
    private const int Narrowest = 320;

    // In the other theme only the colours are different.
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };
    private static readonly AxeRunOptions Everything = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    private readonly ConcurrentQueue<string> _findings = new();

    /// <summary>What was found, a line each.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

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
            if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(message.Page?.Url ?? "-", StringComparison.Ordinal)))
            {
                _findings.Enqueue($"{message.Page?.Url}: console: {message.Text} ({message.Location})");
            }
        };
        page.Context.WebError += (_, error) => _findings.Enqueue($"{error.Page?.Url}: script: {error.Error}");
    }

    /// <summary>Looks at one state.</summary>
    public async Task LookAsync(string state, IPage page)
    {
        (Looks, Last) = (Looks + 1, state);
        await CheckAsync(state, page, Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(state + ", dark", page, Colours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(Narrowest, size.Height);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide > 0)
        {
            _findings.Enqueue($"{state}: {wide} px wider than {Narrowest}");
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private async Task CheckAsync(string state, IPage page, AxeRunOptions options)
    {
        // The other way opens a page of its own for every look, for frames, of which there are none.
#pragma warning disable CS0618
        var result = await page.Locator("html").RunAxeLegacy(options);
#pragma warning restore CS0618
        foreach (var violation in result.Violations)
        {
            foreach (var node in violation.Nodes)
            {
                _findings.Enqueue($"{state}: {violation.Id}: {node.Html} ({string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))})");
            }
        }
    }
}

namespace OrgPortal.Web.Components;

/// <summary>
/// Holds rendering back while other rows of a table are on their way, for a page whose <c>ShouldRender</c> asks <see cref="HoldsBack"/>: parameters are set several times
/// for one URL, and all of it is drawn once, with the rows. Rows that take longer are announced by one rendering before them.
/// </summary>
internal sealed class PageTurn
{
    /// <summary>What comes within this time needs no sign that it is coming.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(150);

    private int _last;

    /// <summary>Whether the page is not to be rendered now.</summary>
    public bool HoldsBack { get; private set; }

    /// <summary>Waits for the rows; whoever calls it renders afterwards.</summary>
    /// <param name="reading">Reads the rows.</param>
    /// <param name="time">The clock that <see cref="Prompt"/> is measured by.</param>
    /// <param name="announce">Renders the page as it is: busy.</param>
    public async Task OverAsync(Task reading, TimeProvider time, Action announce)
    {
        var mine = ++_last;
        HoldsBack = !reading.IsCompleted;
        try
        {
            if (HoldsBack && !await IsPromptAsync(reading, time) && mine == _last)
            {
                HoldsBack = false;
                announce();
            }

            await reading;
        }
        finally
        {
            // One that was turned away from meanwhile lets nothing through before the rows it was turned to.
            HoldsBack &= mine != _last;
        }
    }

    private static async Task<bool> IsPromptAsync(Task reading, TimeProvider time)
    {
        using var came = new CancellationTokenSource();
        var isPrompt = await Task.WhenAny(reading, Task.Delay(Prompt, time, came.Token)) == reading;
        await came.CancelAsync();
        return isPrompt;
    }
}

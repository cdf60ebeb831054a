using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace OrgPortal.Web.Components;

/// <summary>A search field that waits until typing pauses. It keeps the text and the focus while results change around it.</summary>
public partial class SearchBox
{
    /// <summary>How long typing must pause.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private string _text = string.Empty;
    private string _told = string.Empty;
    private CancellationTokenSource? _waiting;
    private ElementReference _input;

    /// <summary>What is searched, as the accessible name and the placeholder.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = string.Empty;

    /// <summary>Another placeholder than the label.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>The search text, as the URL has it.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Raised when typing pauses, on Enter and when cleared; trimmed, empty for none.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>The most characters that can be typed.</summary>
    [Parameter]
    public int MaxLength { get; set; } = 128;

    /// <inheritdoc />
    public void Dispose()
    {
        _waiting?.Cancel();
        _waiting?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Our own report coming back must not take away what was typed since; a value from elsewhere (the back button) must show.
        var value = Value ?? string.Empty;
        if (value != _told)
        {
            _told = value;
            _text = value;
        }
    }

    // Bound, not set: otherwise what comes back from the server would overwrite what was typed meanwhile.
    private async Task InputAsync(string? text)
    {
        _text = text ?? string.Empty;
        Dispose();
        _waiting = new CancellationTokenSource();
        var token = _waiting.Token;
        try
        {
            await Task.Delay(Pause, Time, token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await TellAsync();
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key switch
    {
        "Enter" => TellAsync(),
        "Escape" when _text.Length > 0 => ClearAsync(),
        _ => Task.CompletedTask,
    };

    private async Task ClearAsync()
    {
        _text = string.Empty;
        await TellAsync();
        await _input.FocusAsync();
    }

    private async Task TellAsync()
    {
        _waiting?.Cancel();
        var text = _text.Trim();
        if (text != _told)
        {
            _told = text;
            await ValueChanged.InvokeAsync(text);
        }
    }
}

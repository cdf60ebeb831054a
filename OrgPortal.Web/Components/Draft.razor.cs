using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// Keeps what was typed into a form in this tab of the browser, so that it survives a lost circuit, a reload and a restart of the server, and brings it back when
/// the form is opened again. It is the person's own, ends with the tab or with signing out, and holds nothing secret. Needs three lines in a form:
/// the component with its value, <see cref="OnRestore"/>, and <see cref="DropAsync"/> once it was sent where <see cref="Keep"/> does not say so by itself.
/// </summary>
/// <typeparam name="TValue">What was typed: a record of texts, numbers and ids that JSON can hold.</typeparam>
public sealed partial class Draft<TValue>
{
    // As long as a message of the circuit may be is 32 KB: a part is less in any script.
    private const int PartLength = 8_000;

    // Longer ones are not kept.
    private const int Longest = 64_000;

    // What is typed travels with the first change at once, with the following ones so often.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // Whatever is not ASCII is escaped, so that a part never ends within a character.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private readonly CancellationTokenSource _leaving = new();
    private CancellationToken _gone;
    private string? _owner;
    private string? _kept;
    private string? _next;
    private bool _isReady;
    private bool _isWriting;
    private bool _isRestored;

    /// <summary>Which form: the same for the same form, and unlike every other. With the organization's id where it is about one.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = string.Empty;

    /// <summary>What is typed now.</summary>
    [Parameter, EditorRequired]
    public TValue Value { get; set; } = default!;

    /// <summary>Whether there is something in it that its person would miss. As soon as there is not, the draft is taken away.</summary>
    [Parameter, EditorRequired]
    public bool Keep { get; set; }

    /// <summary>
    /// The form is a small dialog: the draft goes when it is closed, whichever way. Only a circuit that is lost while it is open leaves the draft behind.
    /// </summary>
    [Parameter]
    public bool UntilClosed { get; set; }

    /// <summary>Raised once, when there is a draft and nothing was typed yet: the form takes it over.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TValue> OnRestore { get; set; }

    /// <summary>Raised by Discard: the form is as if nothing had been typed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnDiscard { get; set; }

    /// <summary>Takes the draft away: it was sent, or is not wanted any more.</summary>
    public async Task DropAsync()
    {
        _isRestored = false;
        // The same again is no news.
        _next = _kept = Keep ? JsonSerializer.Serialize(Value, Json) : null;
        if (_owner is not null)
        {
            await Browser.TryInvokeVoidAsync("orgPortal.drafts.drop", _owner, Name);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        if (UntilClosed && _kept is not null)
        {
            // Does not reach the browser from a circuit that is gone.
            await DropAsync();
        }
        else if (_isReady && _next != _kept && !UntilClosed)
        {
            await WriteAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _gone = _leaving.Token;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_isReady)
        {
            Follow();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _owner = await Owner.IdAsync();
        if (_owner is null)
        {
            return;
        }

        var text = await ReadAsync();
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        _isReady = true;
        if (text.Length > 0 && !Keep && Parse(text) is { } draft)
        {
            (_kept, _next, _isRestored) = (text, text, true);
            await OnRestore.InvokeAsync(draft);
            StateHasChanged();
        }
        else if (text.Length > 0 && !Keep)
        {
            await DropAsync();
        }
        else
        {
            Follow();
        }
    }

    private static TValue? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TValue>(text, Json);
        }
        catch (JsonException)
        {
            // Of an older version of the portal.
            return default;
        }
    }

    private async Task<string> ReadAsync()
    {
        var text = string.Empty;
        while (text.Length <= Longest)
        {
            var part = await Browser.TryInvokeAsync<string>("orgPortal.drafts.read", _owner, Name, text.Length, PartLength);
            text += part;
            if (part is not { Length: PartLength })
            {
                return text;
            }
        }

        return string.Empty;
    }

    private void Follow()
    {
        _next = Keep ? JsonSerializer.Serialize(Value, Json) : null;
        if (_next is { Length: > Longest })
        {
            _next = null;
        }

        _isRestored &= Keep;
        if (_next != _kept && !_isWriting)
        {
            _ = InvokeAsync(WriteAllAsync);
        }
    }

    private async Task WriteAllAsync()
    {
        _isWriting = true;
        try
        {
            while (_next != _kept)
            {
                await WriteAsync();
                await Task.Delay(Pause, Time, _gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The form is gone: what is left to write is written on the way out.
        }
        finally
        {
            _isWriting = false;
        }
    }

    private async Task WriteAsync()
    {
        _kept = _next;
        if (_kept is null)
        {
            await Browser.TryInvokeVoidAsync("orgPortal.drafts.drop", _owner, Name);
        }
        else
        {
            await Browser.TryInvokeVoidAsync("orgPortal.drafts.keep", _owner, Name, _kept);
        }
    }

    private async Task DiscardAsync()
    {
        await DropAsync();
        await OnDiscard.InvokeAsync();
    }
}

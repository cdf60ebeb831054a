using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.App.Palette;

/// <summary>
/// Search or jump to: people, acts, pages and organizations in one list, by keyboard alone. What is known answers with every letter; what must be asked for
/// waits until typing pauses. Enter takes what the server has at that moment, so that whoever types ahead of a slow connection gets what they typed.
/// Keyboard shortcuts come here too, and do what the palette would do.
/// </summary>
public sealed partial class CommandPalette
{
    private readonly string _id = ElementId.Next();
    private readonly CancellationTokenSource _leaving = new();
    private readonly Asked<IReadOnlyList<PaletteCommand>> _shortcuts = new();
    private readonly Asked<PermissionKey?> _missing = new();
    private DotNetObjectReference<CommandPalette>? _self;
    private CancellationTokenSource? _typing;
    private IReadOnlyList<PaletteCommand> _commands = [];
    private IReadOnlyList<PaletteCommand> _further = [];
    private IReadOnlyList<PaletteCommand> _found = [];
    private IReadOnlyList<PaletteSection> _sections = [];
    private Task? _readingFurther;
    private Failure? _failure;
    private OrganizationAccess? _access;
    private string _text = string.Empty;
    private string? _active;
    private bool _isOpen;
    private bool _isShown;
    private bool _isReading;
    private bool _hasMoved;

    /// <summary>The open organization, if one is.</summary>
    [Parameter]
    public OrganizationAccess? Access { get; set; }

    private string Typed => _text.Trim();

    private IEnumerable<PaletteHit> Hits => _sections.SelectMany(section => section.Hits);

    private int ActiveIndex => Hits.Select((hit, index) => (hit, index)).Where(pair => pair.hit.Command.Key == _active).Select(pair => pair.index).DefaultIfEmpty(-1).First();

    private string Announcement => Typed.Length == 0 || _isReading ? string.Empty : Hits.Count() switch { 0 => L["PaletteNone", Typed], 1 => L["PaletteCountOne"], var count => L["PaletteCount", count] };

    /// <summary>Called by the browser: the palette is wanted.</summary>
    [JSInvokable]
    public void Open()
    {
        if (_isOpen)
        {
            return;
        }

        Reset();
        _isOpen = true;
        _commands = Contents.CommandsFor(Access);
        Refresh();
        StateHasChanged();
    }

    /// <summary>Called by the browser: keys of a shortcut were pressed outside of every field and dialog.</summary>
    [JSInvokable]
    public async Task PressAsync(string keys)
    {
        if (!_isOpen && Contents.WithKeys(keys, Access) is { } command)
        {
            await DoAsync(command);
        }
    }

    /// <summary>Called by the browser, and from the palette: the list of shortcuts is wanted.</summary>
    [JSInvokable]
    public async Task OpenShortcutsAsync()
    {
        await CloseAsync();
        _shortcuts.Now = [.. Contents.CommandsFor(Access).Where(command => command.Keys is not null && !PaletteContents.IsLocked(command, Access))];
        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Cancel();
        _leaving.Dispose();
        _typing?.Dispose();
        if (_self is not null)
        {
            await Browser.TryInvokeVoidAsync("orgPortal.shell.disconnect", _id);
            _self.Dispose();
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // A right that was taken away takes along what it allowed, also from an open palette.
        if (_isOpen && Access != _access)
        {
            _commands = Contents.CommandsFor(Access);
            _found = Access?.Id == _access?.Id ? _found : [];
            Refresh();
        }

        _access = Access;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Browser.TryInvokeVoidAsync("orgPortal.shell.connect", _id, _self);
        }

        if (_isOpen && !_isShown)
        {
            _isShown = true;
            await Browser.TryInvokeVoidAsync("orgPortal.palette.show", DialogId);
        }
    }

    private static bool IsAct(PaletteCommand command) => command.Group != PaletteGroup.Pages;

    private async Task InputAsync(string? text)
    {
        _text = text ?? string.Empty;
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        (_isReading, _failure, _active, _hasMoved) = (false, null, null, false);
        _found = [.. _found.Where(command => PaletteHit.Find(Typed, command) is not null)];
        Refresh();
        if (Typed.Length > 0)
        {
            await FindAfterPauseAsync(Typed, _typing.Token);
        }
    }

    private async Task FindAfterPauseAsync(string typed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(SearchBox.Pause, Time, cancellationToken);
            _isReading = true;
            StateHasChanged();
            var further = _readingFurther ??= ReadFurtherAsync();
            var finding = Access is { IsUncertain: false } access ? Task.WhenAll(Searches.Select(search => search.FindAsync(access, typed, cancellationToken))) : Task.FromResult<Result<IReadOnlyList<PaletteCommand>>[]>([]);
            await further.WaitAsync(cancellationToken);
            var found = await finding;
            cancellationToken.ThrowIfCancellationRequested();
            _found = [.. found.Where(result => !result.IsFailure).SelectMany(result => result.Value)];
            _failure ??= found.Select(result => result.Failure).FirstOrDefault(failure => failure is not null);
            _isReading = false;
            Refresh();
        }
        catch (OperationCanceledException)
        {
            // Typing went on, or the palette was closed.
        }
    }

    // Read once for each time the palette is open, and only when something is typed: whoever goes straight to an act costs nothing.
    private async Task ReadFurtherAsync()
    {
        var items = Task.WhenAll(MenuSources.Select(source => source.ItemsAsync(_leaving.Token)));
        var organizations = await Shell.OrganizationsAsync(_leaving.Token);
        _failure ??= organizations.Failure;
        _further =
        [
            .. (organizations.IsFailure ? [] : organizations.Value).Where(one => one.Id != Access?.Id).Select(one => new PaletteCommand(PaletteContents.KeyOf(one.Id.Value), PaletteGroup.Organizations, one.Name, IconName.Building)
            {
                Href = ShellPaths.Organization(one.Id.Value),
                Note = one.Note,
                Face = new PaletteFace(one.Id.Value, one.Name, one.LogoUrl, IsOrganization: true),
            }),
            .. (await items).SelectMany(found => found).Select(item => new PaletteCommand($"page:{item.Href}", PaletteGroup.Account, item.Text, item.Icon) { Href = item.Href, Order = item.Order }),
        ];
    }

    // What is under the finger stays there when something is found later, unless it only leads to looking further.
    private void Refresh()
    {
        _sections = Typed.Length == 0 ? Contents.Everything(Access, _commands) : Contents.Matching(Typed, Access, [.. _commands, .. _further], _found);
        var active = Hits.FirstOrDefault(hit => hit.Command.Key == _active);
        if (active is null || (!_hasMoved && active.Rank == MatchRank.Aside))
        {
            _active = Hits.FirstOrDefault()?.Command.Key;
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        var hits = Hits.ToList();
        if (hits.Count == 0)
        {
            return;
        }

        var at = ActiveIndex;
        var to = key.Key switch
        {
            "ArrowDown" => at + 1 == hits.Count ? 0 : at + 1,
            "ArrowUp" => at <= 0 ? hits.Count - 1 : at - 1,
            "Home" => 0,
            "End" => hits.Count - 1,
            _ => at,
        };
        _hasMoved |= to != at;
        _active = hits[to].Command.Key;
        if (key.Key == "Enter")
        {
            await ChooseAsync(hits[to].Command);
        }
    }

    private async Task ChooseAsync(PaletteCommand command)
    {
        await CloseAsync();
        if (PaletteContents.IsLocked(command, Access) && IsAct(command))
        {
            _missing.Now = command.Permission;
            return;
        }

        Recent.Remember(command);
        await DoAsync(command);
    }

    private async Task DoAsync(PaletteCommand command)
    {
        if (command.Href is { } path)
        {
            Navigation.NavigateTo(path);
        }
        else if (command.Presses is { } control)
        {
            await Browser.TryInvokeVoidAsync("orgPortal.shell.press", control);
        }
    }

    private async Task CloseAsync()
    {
        if (_isOpen)
        {
            // The browser gives the focus back while the dialog is still there.
            await Browser.TryInvokeVoidAsync("orgPortal.palette.close", DialogId);
            Reset();
        }
    }

    private void Reset()
    {
        _typing?.Cancel();
        foreach (var search in _isOpen ? Searches : [])
        {
            search.Rest();
        }

        (_isOpen, _isShown, _isReading, _text, _active, _failure, _readingFurther) = (false, false, false, string.Empty, null, null, null);
        (_commands, _further, _found, _sections, _hasMoved) = ([], [], [], [], false);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (_isOpen)
        {
            _ = InvokeAsync(async () =>
            {
                await CloseAsync();
                StateHasChanged();
            });
        }
    }
}

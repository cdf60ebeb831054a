using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Notices;

/// <summary>
/// How many notices were not read, in the bar of every page, and the newest of them behind it. The number costs no call to Logto; the list is read
/// when it is opened.
/// </summary>
public sealed partial class NoticeBell
{
    // The same before and after the circuit takes the page over: portal.js opens it again by its name.
    private const string MenuId = "menu-notices";

    // More is said as "99+".
    private const int Most = 99;

    private readonly HandedOver<NoticeCount> _count = new();
    private readonly CancellationTokenSource _leaving = new();
    private NoticeList? _list;
    private Failure? _failure;
    private UserId? _me;
    private string? _path;
    private IDisposable? _subscription;

    /// <summary>What was counted while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public NoticeCount? Counted
    {
        get => _count.Value;
        set => _count.Give(value);
    }

    private int Unread => Counted?.Unread ?? 0;

    private string Label => Unread switch { 0 => L["Notices"], 1 => L["NoticesUnreadOne"], _ => L["NoticesUnread", Unread] };

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _subscription?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _me = (await CurrentUser.GetAsync())?.Id;
            _subscription = Events.Subscribe(OnHappened);
            _path = PathOf(Navigation.Uri);
            Navigation.LocationChanged += OnLocationChanged;
        }

        if (Counted is null)
        {
            await CountAsync().WithPatience(RendererInfo, Time);
        }
    }

    private async Task CountAsync()
    {
        var counted = await Notices.CountUnreadAsync(_leaving.Token);
        if (!counted.IsFailure && !_leaving.IsCancellationRequested)
        {
            _count.Value = new NoticeCount(counted.Value);
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        var read = await Notices.ListAsync(1, _leaving.Token);
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        _failure = read.Failure;
        _list = read.IsFailure ? null : read.Value;
        if (!read.IsFailure)
        {
            _count.Value = new NoticeCount(read.Value.Unread);
        }

        StateHasChanged();
    }

    private async Task MarkAsync(NoticeRow row) => _failure = (await Notices.MarkReadAsync(row.Id)).Failure;

    private async Task MarkAllAsync() => _failure = (await Notices.MarkAllReadAsync()).Failure;

    private void OnHappened(TenantEvent happened)
    {
        if (happened is NoticesChanged { Person: var person } && person == _me)
        {
            _ = InvokeAsync(FollowAsync);
        }
    }

    // The list only where it was opened: it costs a call to Logto.
    private Task FollowAsync() => _leaving.IsCancellationRequested ? Task.CompletedTask : _list is null ? CountAsync() : ReadAsync();

    // Another node may have told something that did not reach this one.
    // Another part of the same page is no reason to look.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var path = PathOf(change.Location);
        if (path != _path)
        {
            _path = path;
            _ = InvokeAsync(() => _leaving.IsCancellationRequested ? Task.CompletedTask : CountAsync());
        }
    }

    private static string PathOf(string address) => new Uri(address).AbsolutePath;
}

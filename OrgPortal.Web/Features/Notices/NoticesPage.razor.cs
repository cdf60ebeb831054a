using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Notices;

/// <summary>All notices of the signed-in person, newest first; the page stands in the URL.</summary>
public sealed partial class NoticesPage
{
    private readonly HandedOver<NoticeList> _list = new();
    private readonly CancellationTokenSource _leaving = new();
    private Failure? _failure;
    private UserId? _me;
    private IDisposable? _subscription;

    /// <summary>Which page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? Number { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public NoticeList? List
    {
        get => _list.Value;
        set => _list.Give(value);
    }

    private int Wanted => Math.Clamp(Number ?? 1, 1, 1000);

    /// <inheritdoc />
    public void Dispose()
    {
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
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (List?.Page != Wanted)
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }
    }

    private async Task ReadAsync()
    {
        var read = await Notices.ListAsync(Wanted, _leaving.Token);
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        _failure = read.Failure;
        if (!read.IsFailure)
        {
            _list.Value = read.Value;
        }

        StateHasChanged();
    }

    private async Task MarkAsync(NoticeRow row) => Tell(await Notices.MarkReadAsync(row.Id));

    private async Task MarkAllAsync() => Tell(await Notices.MarkAllReadAsync());

    private void Tell(Result marked)
    {
        if (marked.IsFailure)
        {
            Feedback.Failed(marked.Failure);
        }
    }

    private void OnHappened(TenantEvent happened)
    {
        if (happened is NoticesChanged { Person: var person } && person == _me)
        {
            _ = InvokeAsync(() => _leaving.IsCancellationRequested ? Task.CompletedTask : ReadAsync());
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>
/// All organizations. Search and page stand in the URL; the rows are prerendered, and who administers them comes into their cells afterwards. For everybody who is no operator
/// it is no page.
/// </summary>
public sealed partial class OperatorOrganizationsPage
{
    private readonly HandedOver<OperatorOrganizationsSnapshot> _shown = new();
    private readonly Dictionary<OrganizationId, OrganizationAdministrators> _administrators = [];
    private CancellationTokenSource _naming = new();
    private OperatorQuery _query = new();
    private CreationStanding? _standing;
    private Failure? _failure;
    private Failure? _namesFailure;
    private IDisposable? _subscription;
    private string? _url;
    private bool _isReading;
    private bool _isSuspending;
    private int _lastRead;

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public OperatorOrganizationsSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _naming.Cancel();
        _naming.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _subscription = Events.Subscribe(happened =>
            {
                if (happened is CreationSwitched)
                {
                    _ = InvokeAsync(ReadStandingAsync);
                }
            });
            await ReadStandingAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _query = new OperatorQuery(
            string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()[..Math.Min(Search.Trim().Length, OperatorQuery.MaxSearch)],
            int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);
        var url = OperatorPaths.List(_query);
        if (url == _url)
        {
            return;
        }

        _url = url;
        await (Snapshot?.Url == url ? ReadNamesAsync() : ReadAsync()).WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus);
    }

    // Not cancelled when the page is left; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_url is not { } url)
        {
            return;
        }

        var read = ++_lastRead;
        _isReading = true;
        var page = await Service.ListAsync(new PageRequest(_query.Page, OperatorQuery.PageSize), _query.Search);
        if (read != _lastRead)
        {
            return;
        }

        (_isReading, _failure) = (false, page.Failure);
        if (page.Failure is NotFound or SignInRequired)
        {
            _shown.Value = null;
            Navigation.NotFound();
            return;
        }

        if (!page.IsFailure)
        {
            _shown.Value = new OperatorOrganizationsSnapshot(url, page.Value);
        }

        StateHasChanged();
        await ReadNamesAsync();
    }

    /// <summary>Only in a circuit, behind the rows: the first paint does not wait for it. What was asked for another page ends.</summary>
    private async Task ReadNamesAsync()
    {
        if (!RendererInfo.IsInteractive || Snapshot is not { Page.Items: { Count: > 0 } rows })
        {
            return;
        }

        await _naming.CancelAsync();
        _naming.Dispose();
        _naming = new CancellationTokenSource();
        _administrators.Clear();
        _namesFailure = null;
        var read = _lastRead;
        var named = await Service.ListAdministratorsAsync([.. rows.Select(row => row.Id)], new Names(this, read), _naming.Token);
        if (read == _lastRead)
        {
            _namesFailure = named.Failure;
        }
    }

    private async Task ReadStandingAsync()
    {
        var standing = await Creation.GetAsync();
        if (!standing.IsFailure)
        {
            _standing = standing.Value;
            StateHasChanged();
        }
    }

    private async Task ResumeCreationAsync()
    {
        var resumed = await Creation.ResumeAsync();
        if (resumed.IsFailure)
        {
            Feedback.Failed(resumed.Failure);
            return;
        }

        Feedback.Succeeded(L["CreationResumed"]);
        await ReadStandingAsync();
    }

    private void SearchFor(string? text) => Navigation.NavigateTo(OperatorPaths.List(new OperatorQuery(string.IsNullOrEmpty(text) ? null : text)), replace: true);

    private void ShowAll() => Navigation.NavigateTo(OperatorPaths.Organizations);

    private void Take(OrganizationAdministrators one, int read)
    {
        if (read == _lastRead)
        {
            _administrators[one.Organization] = one;
            StateHasChanged();
        }
    }

    /// <summary>Brings names from wherever they are read to the page.</summary>
    private sealed class Names(OperatorOrganizationsPage page, int read) : IProgress<OrganizationAdministrators>
    {
        public void Report(OrganizationAdministrators value) => _ = page.InvokeAsync(() => page.Take(value, read));
    }
}

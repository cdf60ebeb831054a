using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What operators should see to, and the survey that finds it. Kind and page stand in the URL. For everybody who is no operator it is no page.</summary>
public sealed partial class FindingsPage
{
    private readonly HandedOver<FindingsSnapshot> _shown = new();
    private FindingQuery _query = new();
    private Failure? _failure;
    private IDisposable? _subscription;
    private string? _url;
    private int _lastRead;

    /// <summary>Only findings of this kind, as <see cref="FindingKinds"/> writes it.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindName { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public FindingsSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _subscription = Events.Subscribe(happened =>
            {
                if (happened is TenantSurveyed)
                {
                    _ = InvokeAsync(ReadAsync);
                }
            });
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _query = new FindingQuery(FindingKinds.Parse(KindName), int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);
        var url = OperatorPaths.List(_query);
        if (url == _url)
        {
            return;
        }

        _url = url;
        if (Snapshot?.Url != url)
        {
            await ReadAsync().WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus);
        }
    }

    private async Task ReadAsync()
    {
        if (_url is not { } url)
        {
            return;
        }

        var read = ++_lastRead;
        var page = await Service.ListAsync(new PageRequest(_query.Page, FindingQuery.PageSize), _query.Kind);
        var survey = page.IsFailure ? page.Failure : await Surveys.GetAsync();
        if (read != _lastRead)
        {
            return;
        }

        _failure = survey.Failure;
        if (_failure is NotFound or SignInRequired)
        {
            _shown.Value = null;
            Navigation.NotFound();
            return;
        }

        if (!survey.IsFailure)
        {
            _shown.Value = new FindingsSnapshot(url, page.Value, survey.Value);
        }

        StateHasChanged();
    }

    private IReadOnlyList<Tab> Kinds(FindingsSnapshot shown) =>
    [
        new(L["AllKinds"], OperatorPaths.Findings, shown.Page.Counts.Values.Sum()),
        .. FindingKinds.All.Select(kind => new Tab(Words.NameOf(kind), OperatorPaths.List(new FindingQuery(kind)), shown.Page.Counts[kind])),
    ];

    private async Task RecheckAsync(Finding finding)
    {
        var found = await Service.RecheckAsync(finding.Organization);
        if (found.IsFailure && found.Failure is not NotFound)
        {
            Feedback.Failed(found.Failure);
        }
        else
        {
            var isSo = !found.IsFailure && found.Value.Any(one => one.Kind == finding.Kind && one.Domain == finding.Domain);
            Feedback.Succeeded(L[isSo ? "StillSo" : "NotSoAnyMore", finding.OrganizationName]);
        }

        await ReadAsync();
    }

    private async Task ClearAwayAsync(HalfMadeOrganization half)
    {
        var cleared = await Service.ClearAwayAsync(half.Creator, half.Creation);
        if (cleared.IsFailure && cleared.Failure is not NotFound)
        {
            Feedback.Failed(cleared.Failure);
        }
        else
        {
            Feedback.Succeeded(L["ClearedAway"]);
        }

        await ReadAsync();
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>People whose membership ended lately, who ended it, and the way back. Search and page stand in the URL.</summary>
public sealed partial class FormerMembersPage
{
    private readonly HandedOver<FormerMembersSnapshot> _shown = new();
    private readonly HashSet<UserId> _busy = [];
    private OrganizationId? _organization;
    private IDisposable? _subscription;
    private Failure? _failure;
    private string? _search;
    private string? _url;
    private int _page = 1;
    private int _lastRead;
    private bool _reading;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public FormerMembersSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            _organization = null;
            Navigation.NotFound();
            return;
        }

        if (organization != _organization)
        {
            _organization = organization;
            _subscription?.Dispose();
            _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => happened is MembersChanged ? ReadAsync() : Task.CompletedTask)) : null;
        }

        _search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        _page = int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1;
        var url = PeoplePaths.Former(organization, _search, _page);
        if (url == _url)
        {
            return;
        }

        _url = url;
        if (Snapshot?.Url == url)
        {
            // What was prerendered is shown as it is; it is read again only if something happened before this page began to listen.
            await (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt) ? ReadAsync() : Task.CompletedTask);
            return;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization || _url is not { } url)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        _reading = true;
        var found = await Service.ListAsync(organization, _search, _page);
        if (read != _lastRead)
        {
            return;
        }

        _reading = false;
        _failure = found.Failure;
        if (!found.IsFailure)
        {
            _shown.Value = new FormerMembersSnapshot(organization, url, found.Value, began);
        }
        else if (found.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    private async Task ReinstateAsync(FormerMember row)
    {
        if (_organization is not { } organization || !_busy.Add(row.Id))
        {
            return;
        }

        await Removals.ReinstateAsync(organization, row.Id);
        _busy.Remove(row.Id);
        await ReadAsync();
    }

    private string HowOf(FormerMember row) => row.How switch
    {
        FormerMembers.Left => L["FormerByThemselves"],
        FormerMembers.Expired => L["FormerOnTheDay", row.EndedBy ?? string.Empty],
        FormerMembers.InLogto => L["FormerInLogto"],
        _ => row.EndedBy ?? string.Empty,
    };

    private void SearchFor(string? text)
    {
        if (_organization is { } organization)
        {
            Navigation.NavigateTo(PeoplePaths.Former(organization, text), replace: true);
        }
    }
}

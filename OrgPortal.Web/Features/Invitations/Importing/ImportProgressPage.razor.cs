using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>How far an import is, live for everybody who may invite, and what became of each address. Filter and page stand in the URL.</summary>
public sealed partial class ImportProgressPage
{
    // Every lot is announced; nobody reads faster than that.
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(500);

    private readonly HandedOver<ImportSnapshot> _shown = new();
    private OrganizationId? _organization;
    private Guid _import;
    private ImportQuery _query = new();
    private ImportQuery? _asked;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _isReading;
    private bool _isFollowing;
    private bool _hasChangedAgain;
    private bool _isGone;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The import, as it stands in the URL.</summary>
    [Parameter]
    public string ImportId { get; set; } = string.Empty;

    /// <summary>The rows shown: the name of an <see cref="ImportRowState"/>, in any case.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>The page of rows, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public ImportSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    private IReadOnlyList<TextLink> Crumbs => _organization is { } organization
        ? [new TextLink(L["People"], PeoplePaths.Members(organization)), new TextLink(L["Invitations"], PeoplePaths.Invitations(organization)), new TextLink(L["Import"], ImportPaths.Import(organization))]
        : [];

    private IReadOnlyList<string> Steps => [L["StepFile"], L["StepCheck"], L["StepSend"]];

    private string Title => Snapshot?.Progress.Summary.State switch
    {
        ImportState.Done => L["TitleDone"],
        ImportState.Cancelled => L["TitleCancelled"],
        ImportState.Stopped => L["TitleStopped"],
        ImportState.Paused => L["TitlePaused"],
        _ => L["TitleSending"],
    };

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
        _isGone = true;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization) || !Guid.TryParse(ImportId, out var import))
        {
            _organization = null;
            Navigation.NotFound();
            return;
        }

        Open(organization, import);
        _query = new ImportQuery(ImportPaths.Named<ImportRowState>(Show), ImportPaths.PageOf(PageNumber));
        if (_query == _asked)
        {
            return;
        }

        _asked = _query;
        if (Snapshot?.Query == _query)
        {
            await (RendererInfo.IsInteractive && (Snapshot.Progress.Summary.IsOpen || Changes.HappenedSince(organization, Snapshot.ReadAt)) ? ReadAsync() : Task.CompletedTask);
            return;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
        if (!RendererInfo.IsInteractive && _failure is Results.NotFound)
        {
            // The page of every unknown address, with its status.
            Navigation.NotFound();
        }
    }

    private void Open(OrganizationId organization, Guid import)
    {
        if (organization == _organization && import == _import)
        {
            return;
        }

        (_organization, _import, _asked, _failure) = (organization, import, null, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
        if (Snapshot is not null && (Snapshot.Organization != organization || Snapshot.Import != import))
        {
            _shown.Value = null;
        }
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (import, query, read, began) = (_import, _query, ++_lastRead, Time.GetUtcNow());
        _isReading = true;
        var progress = await Service.GetAsync(organization, import, query);
        if (read != _lastRead)
        {
            return;
        }

        _isReading = false;
        _failure = progress.Failure;
        if (!progress.IsFailure)
        {
            _shown.Value = new ImportSnapshot(organization, import, query, progress.Value, began);
        }
        else if (progress.Failure is not Unavailable)
        {
            _shown.Value = null;
        }

        StateHasChanged();
    }

    private async Task FollowAsync(OrganizationEvent happened)
    {
        if (happened is not InvitationImportsChanged)
        {
            return;
        }

        _hasChangedAgain = true;
        if (_isFollowing)
        {
            return;
        }

        _isFollowing = true;
        try
        {
            while (_hasChangedAgain && !_isGone)
            {
                _hasChangedAgain = false;
                await ReadAsync();
                await Task.Delay(BetweenReads, Time);
            }
        }
        finally
        {
            _isFollowing = false;
        }
    }

    private async Task PauseAsync() => await TellAsync(await Service.PauseAsync(_organization!.Value, _import), "Paused");

    private async Task ResumeAsync() => await TellAsync(await Service.ResumeAsync(_organization!.Value, _import), "Resumed");

    private async Task CancelAsync()
    {
        var question = new Confirmation(L["AskCancelTitle"], L["AskCancelVerb"]) { Consequences = [L["AskCancelLeft", Snapshot?.Progress.Summary.ToGo ?? 0], L["AskCancelSent"]], Danger = true };
        if (await Feedback.ConfirmAsync(question))
        {
            await TellAsync(await Service.CancelAsync(_organization!.Value, _import), "Cancelled");
        }
    }

    private async Task TellAsync(Result done, string words)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }
        else
        {
            Feedback.Succeeded(L[words]);
        }

        await ReadAsync();
    }

    private string Why(ImportSummary summary) => summary.Reason switch
    {
        null => string.Empty,
        "logto_rate_limit" => L["SlowDown"],
        "unavailable" => L["NoAnswer"],
        "forbidden" => L["LostRight"],
        "not_found" => L["LostMembership"],
        "sign_in_required" => L["LostAccount"],
        var code => Failures.Describe(new Refused(code, summary.Subject)),
    };
}

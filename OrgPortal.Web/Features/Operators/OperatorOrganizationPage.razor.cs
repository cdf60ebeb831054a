using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>One organization, as operators see it. For everybody else it is no page.</summary>
public sealed partial class OperatorOrganizationPage
{
    private readonly HandedOver<OperatorOrganization> _shown = new();
    private OrganizationId? _organization;
    private IReadOnlyList<AuditRow>? _activity;
    private Failure? _failure;
    private Failure? _activityFailure;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public OperatorOrganization? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <inheritdoc />
    public void Dispose() => _lastRead++;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            Navigation.NotFound();
            return;
        }

        if (organization == _organization)
        {
            return;
        }

        (_organization, _failure, _activity, _activityFailure) = (organization, null, null, null);
        if (Snapshot?.Id == organization)
        {
            await ReadActivityAsync();
            return;
        }

        _shown.Value = null;
        await ReadAsync().WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus);
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var read = ++_lastRead;
        var found = await Service.GetAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        _failure = found.Failure;
        if (found.Failure is NotFound or SignInRequired)
        {
            _shown.Value = null;
            Navigation.NotFound();
            return;
        }

        if (!found.IsFailure)
        {
            _shown.Value = found.Value;
        }

        StateHasChanged();
        if (!found.IsFailure && _activity is null)
        {
            await ReadActivityAsync();
        }
    }

    // Only in a circuit, behind the first paint.
    private async Task ReadActivityAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        var organization = _organization!.Value;
        var latest = await Service.ListActivityAsync(organization);
        if (organization == _organization)
        {
            _activityFailure = latest.Failure;
            _activity = latest.IsFailure ? null : latest.Value;
            StateHasChanged();
        }
    }

    private async Task RecheckAsync()
    {
        var found = await Findings.RecheckAsync(_organization!.Value);
        if (found.IsFailure)
        {
            Feedback.Failed(found.Failure);
            return;
        }

        Feedback.Succeeded(found.Value.Count switch
        {
            0 => L["CheckedNothing"],
            1 => L["CheckedOne"],
            var count => L["Checked", count],
        });
        await ReadAsync();
    }

    private string Count(int? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? L["NotAnswered"];

    private string DescribeDomain(OperatorDomain domain)
    {
        var standing = L[domain.IsVerified ? "DomainVerified" : domain.IsClaimed ? "DomainClaimed" : "DomainNotClaimed"].Value;
        return domain.LetsJoin ? standing + L["Comma"].Value + L["DomainLetsJoin"].Value : standing;
    }
}

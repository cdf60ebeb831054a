using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Visits;

/// <summary>Where an operator says why, and goes inside. There for operators only; for everybody else it is no page.</summary>
public sealed partial class VisitPage
{
    private readonly HandedOver<VisitTerms> _terms = new();
    private readonly CancellationTokenSource _leaving = new();
    private InputForm? _form;
    private Failure? _failure;
    private string _reason = string.Empty;
    private bool _isEntering;
    private bool _isUnproved;

    /// <summary>Which organization.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>Where it leads inside: <c>members</c>, <c>invitations</c>, <c>domains</c>, <c>security</c>; else the overview.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public VisitTerms? Terms
    {
        get => _terms.Value;
        set => _terms.Give(value);
    }

    [CascadingParameter]
    private TimeZoneInfo? ReaderZone { get; set; }

    private TimeZoneInfo Zone => ReaderZone ?? TimeZoneInfo.Utc;

    // Back to where operators look at the organization.
    private string Back => Terms is { } terms ? VisitPaths.Outside(terms.Organization) : ShellPaths.Operators;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => Terms is not null ? Task.CompletedTask : ReadAsync().WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus);

    private async Task ReadAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            Navigation.NotFound();
            return;
        }

        var read = await Service.GetTermsAsync(organization, _leaving.Token);
        _failure = read.Failure;
        if (!read.IsFailure)
        {
            _terms.Value = read.Value;
        }
        else if (read.Failure is NotFound or SignInRequired)
        {
            Navigation.NotFound();
        }
    }

    private async Task EnterAsync()
    {
        if (_isEntering || Terms is not { } terms)
        {
            return;
        }

        (_isEntering, _failure) = (true, null);
        var entered = await Service.EnterAsync(terms.Organization, _reason);
        _isEntering = false;
        switch (entered.Failure)
        {
            case null:
                _reason = string.Empty;
                Navigation.NavigateTo(VisitPaths.Inside(terms.Organization, To));
                break;
            case ReauthenticationRequired:
                // What was typed is there again afterwards.
                _isUnproved = true;
                break;
            default:
                _failure = entered.Failure;
                _form?.FocusFirstError();
                break;
        }
    }

    private async Task LeaveAsync()
    {
        var left = await Service.LeaveAsync(Terms!.Organization);
        _failure = left.Failure is NotFound ? null : left.Failure;
        if (_failure is null)
        {
            Feedback.Succeeded(L["Left", Terms.Name]);
            _terms.Value = Terms with { EndsAt = null };
        }
    }

    private string Length(TimeSpan time) =>
        time == TimeSpan.FromHours(1) ? L["OneHour"]
        : time.TotalMinutes % 60 == 0 ? L["Hours", time.TotalHours]
        : L["Minutes", time.TotalMinutes];
}

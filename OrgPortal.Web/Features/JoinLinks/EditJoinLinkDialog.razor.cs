using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Changes what a link to join by is like, without a new address.</summary>
public sealed partial class EditJoinLinkDialog
{
    /// <summary>The end stays where it is.</summary>
    private const int AsItIs = 0;

    private static readonly int[] UsualDays = [AsItIs, 1, 3, JoinLinkForm.UsualDays, 14, JoinLinkForm.LongestForAnybody, JoinLinkForm.LongestForDomains];

    private readonly CancellationTokenSource _closing = new();
    private Draft<JoinLinkDraft>? _draft;
    private JoinLinkTerms? _terms;
    private JoinLinkRow? _seen;
    private Failure? _failure;
    private string _name = string.Empty;
    private string _domains = string.Empty;
    private string _limit = string.Empty;
    private IReadOnlyList<OrganizationRoleId> _roles = [];
    private int _days;
    private bool _isSaving;

    /// <summary>Which, as it is now; <see langword="null"/> while it is closed. When it changes while it is open, the person is told and decides.</summary>
    [Parameter, EditorRequired]
    public JoinLinkRow? Link { get; set; }

    /// <summary>Where people join.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>Raised when it is to go, with the link's new name when it was saved.</summary>
    [Parameter]
    public EventCallback<string?> OnClosed { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private bool IsOutdated => !_isSaving && Link is not null && _seen is not null && Link.Version != _seen.Version;

    private JoinLinkDraft Typed => new(_name, _domains, _limit, _roles, _days);

    private bool IsChanged => _seen is not null
        && ((_name, _domains, _limit, _days) != (_seen.Name, DomainsOf(_seen), LimitOf(_seen), AsItIs) || !_roles.ToHashSet().SetEquals(_seen.Roles.Select(role => role.Id)));

    private string[] Wanted => _domains.Split(NewJoinLinkDialog.Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string DomainsHint => L[_terms is { CanLimitDomains: false } ? "DomainsUnproven" : "DomainsHint"];

    private IReadOnlyList<Choice<int>> Days =>
        [.. UsualDays.Select(days => new Choice<int>(days, NameOf(days), LockedReason: EndOf(days) > Time.GetUtcNow().AddDays(JoinLinkForm.LongestForAnybody) && Wanted.Length == 0 ? L["DaysForDomains"].Value : null))];

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (Link is null || Link.Id == _seen?.Id)
        {
            _seen = Link is null ? null : _seen;
            return Task.CompletedTask;
        }

        TakeOver();
        return ReadTermsAsync();
    }

    private async Task ReadTermsAsync()
    {
        // Only for hints: what may not be is refused by the service.
        var read = await Service.GetTermsAsync(Organization, _closing.Token);
        _terms = read.IsFailure ? null : read.Value;
    }

    private void TakeOver()
    {
        _seen = Link!;
        (_name, _domains, _limit, _days, _failure) = (_seen.Name, DomainsOf(_seen), LimitOf(_seen), AsItIs, null);
        _roles = [.. _seen.Roles.Select(role => role.Id)];
    }

    // A draft is of the version that is shown: what was typed on top of another is under another name.
    private void Restore(JoinLinkDraft draft)
    {
        (_name, _domains, _limit, _days) = (draft.Name, draft.Domains, draft.Limit, UsualDays.Contains(draft.ExpiresInDays) ? draft.ExpiresInDays : AsItIs);
        _roles = [.. _seen!.Roles.Select(role => role.Id).Intersect(draft.Roles)];
    }

    private static string DomainsOf(JoinLinkRow link) => string.Join(", ", link.Domains);

    private static string LimitOf(JoinLinkRow link) => link.MaxUses?.ToString(CultureInfo.CurrentCulture) ?? string.Empty;

    private void Tick(OrganizationRoleId role, bool isTicked) => _roles = [.. _roles.Where(one => one != role), .. isTicked ? [role] : Array.Empty<OrganizationRoleId>()];

    private async Task SaveAsync()
    {
        _isSaving = true;
        // What is no number is refused like a number that cannot be.
        int? most = string.IsNullOrWhiteSpace(_limit) ? null : int.TryParse(_limit.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var saved = await Service.ChangeAsync(Organization, _seen!.Id, new JoinLinkEdit(_name, _roles, Wanted, _days == AsItIs ? null : _days, most), _seen.Version);
        _isSaving = false;
        _failure = saved.Failure;
        if (!saved.IsFailure)
        {
            await _draft.DropIfAnyAsync();
            await OnClosed.InvokeAsync(_name.Trim());
        }
    }

    private async Task CancelAsync()
    {
        await _draft.DropIfAnyAsync();
        await CloseAsync();
    }

    // Not by Cancel: what was typed is there again when the dialog is opened the next time.
    private Task CloseAsync() => OnClosed.InvokeAsync(null);

    private DateTimeOffset EndOf(int days) => days == AsItIs ? _seen?.ExpiresAt ?? Time.GetUtcNow() : Time.GetUtcNow().AddDays(days);

    private string ShortNameOf(int days) => days switch
    {
        AsItIs => Words.Date(EndOf(days), Zone ?? TimeZoneInfo.Utc),
        1 => L["InOneDayShort"],
        _ => L["InDaysShort", days],
    };

    private string NameOf(int days)
    {
        var end = Words.Date(EndOf(days), Zone ?? TimeZoneInfo.Utc);
        return days switch
        {
            AsItIs => L["EndStays", end],
            1 => L["InOneDay", end],
            _ => L["InDays", days, end],
        };
    }
}

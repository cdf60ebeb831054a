using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Makes a link to join by.</summary>
public sealed partial class NewJoinLinkDialog
{
    private static readonly int[] UsualDays = [1, 3, JoinLinkForm.UsualDays, 14, JoinLinkForm.LongestForAnybody, JoinLinkForm.LongestForDomains];
    /// <summary>What stands between domains.</summary>
    internal static readonly char[] Separators = [',', ';', ' ', '，', '、', '\n', '\t'];

    private readonly CancellationTokenSource _closing = new();
    private Draft<JoinLinkDraft>? _draft;
    private JoinLinkTerms? _terms;
    private Failure? _termsFailure;
    private Failure? _failure;
    private string _name = string.Empty;
    private string _domains = string.Empty;
    private string _limit = string.Empty;
    private IReadOnlyList<OrganizationRoleId> _roles = [];
    private int _days = JoinLinkForm.UsualDays;
    private bool _isMaking;
    private bool _wasOpen;

    /// <summary>Whether it is to be seen. It begins anew each time.</summary>
    [Parameter, EditorRequired]
    public bool Open { get; set; }

    /// <summary>Where people join.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>Raised when it is to go, with the link when one was made.</summary>
    [Parameter]
    public EventCallback<MadeJoinLink?> OnClosed { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private JoinLinkDraft Typed => new(_name, _domains, _limit, _roles, _days);

    private string[] Wanted => _domains.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string DomainsHint => L[_terms is { CanLimitDomains: false } ? "DomainsUnproven" : "DomainsHint"];

    private IReadOnlyList<Choice<int>> Days =>
        [.. UsualDays.Select(days => new Choice<int>(days, NameOf(days), LockedReason: days > JoinLinkForm.LongestForAnybody && Wanted.Length == 0 ? L["DaysForDomains"].Value : null))];

    // Making it again is the button below; terms that could not be read have no other.
    private EventCallback RetryCallback => _failure is null && _termsFailure is not null ? EventCallback.Factory.Create(this, ReadAsync) : default;

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
        var isOpening = Open && !_wasOpen;
        _wasOpen = Open;
        if (!isOpening)
        {
            return Task.CompletedTask;
        }

        (_terms, _termsFailure, _failure) = (null, null, null);
        Clear();
        return ReadAsync();
    }

    private void Clear() => Restore(JoinLinkDraft.Empty);

    private void Restore(JoinLinkDraft draft)
    {
        (_name, _domains, _limit, _days) = (draft.Name, draft.Domains, draft.Limit, UsualDays.Contains(draft.ExpiresInDays) ? draft.ExpiresInDays : JoinLinkForm.UsualDays);
        _roles = Fit(draft.Roles);
    }

    // Only roles that are still there, and at first the least of them.
    private IReadOnlyList<OrganizationRoleId> Fit(IReadOnlyList<OrganizationRoleId> roles)
    {
        if (_terms is not { } terms)
        {
            return roles;
        }

        var known = roles.Where(id => terms.Roles.Any(role => role.Role.Id == id)).ToList();
        return known.Count == 0 && InviteRoles.LeastOf(terms.Roles) is { } least ? [least] : known;
    }

    private async Task ReadAsync()
    {
        var read = await Service.GetTermsAsync(Organization, _closing.Token);
        _termsFailure = read.Failure;
        if (!read.IsFailure)
        {
            _terms = read.Value;
            _roles = Fit(_roles);
        }
    }

    private async Task MakeAsync()
    {
        _isMaking = true;
        // What is no number is refused like a number that cannot be.
        int? most = string.IsNullOrWhiteSpace(_limit) ? null : int.TryParse(_limit.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var made = await Service.CreateAsync(Organization, new JoinLinkForm(_name, _roles, Wanted, _days, most));
        _isMaking = false;
        _failure = made.Failure;
        if (!made.IsFailure)
        {
            await _draft.DropIfAnyAsync();
            await OnClosed.InvokeAsync(made.Value);
        }
    }

    private async Task CancelAsync()
    {
        await _draft.DropIfAnyAsync();
        await CloseAsync();
    }

    // Not by Cancel: what was typed is there again when the dialog is opened the next time.
    private Task CloseAsync() => OnClosed.InvokeAsync(null);

    private string ShortNameOf(int days) => days == 1 ? L["InOneDayShort"] : L["InDaysShort", days];

    private string NameOf(int days)
    {
        var end = Words.Date(Time.GetUtcNow().AddDays(days), Zone ?? TimeZoneInfo.Utc);
        return days == 1 ? L["InOneDay", end] : L["InDays", days, end];
    }
}

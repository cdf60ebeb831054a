using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Handing the organization over, in the danger zone: to whom, what one stays as, what that means, and the typed name.</summary>
public sealed partial class HandOverRow
{
    /// <summary>As many as are taken in at a glance, and one more: the person who looks is among them and is left out.</summary>
    private const int MostShown = 6;

    private readonly CancellationTokenSource _leaving = new();
    private HandOverTerms? _terms;
    private Page<MemberRow>? _found;
    private MemberRow? _to;
    private OrganizationRoleId _afterwards;
    private Failure? _failure;
    private string _search = string.Empty;
    private bool _wasOpen;

    /// <summary>The organization, with the person's rights in it.</summary>
    [Parameter, EditorRequired]
    public OrganizationAccess Organization { get; set; } = null!;

    /// <summary>Whether it is opened in place.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised by its button.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    /// <summary>Raised when the person thought better of it, and when it is done.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Raised when the person must first confirm who they are.</summary>
    [Parameter]
    public EventCallback OnIdentityNeeded { get; set; }

    // Handing over takes all of an administrator's permissions; the first that is missing is the one to ask for.
    private PermissionKey? Missing => OrganizationPermissions.Administrator.Where(permission => !Organization.Allows(permission)).Cast<PermissionKey?>().FirstOrDefault();

    private IReadOnlyList<MemberRow> Others => [.. (_found?.Items ?? []).Where(row => !row.IsMe).Take(MostShown)];

    private IReadOnlyList<Choice<UserId>> Candidates =>
        [.. Others.Select(row => new Choice<UserId>(row.Id, row.DisplayName, Explain(row), row.IsSuspended ? Words.Describe(new Refused(RefusalReasons.RecipientSuspended, row.DisplayName)) : null))];

    private string? Found => (_found, Others.Count) switch
    {
        (null, _) => null,
        (_, 0) => L[_search.Length > 0 ? "HandOverNobodyFound" : "HandOverNobody"].Value,
        ({ } page, var shown) when page.TotalCount - page.Items.Count(row => row.IsMe) > shown => L["HandOverMore", shown].Value,
        _ => null,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Open == _wasOpen)
        {
            return;
        }

        _wasOpen = Open;
        (_terms, _found, _to, _afterwards, _failure, _search) = (null, null, null, default, null, string.Empty);
        if (Open)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var terms = await Service.GetHandOverTermsAsync(Organization.Id, _leaving.Token);
        _failure = terms.Failure;
        if (!terms.IsFailure)
        {
            _terms = terms.Value;
            await SearchAsync(_search);
        }
    }

    private async Task SearchAsync(string text)
    {
        _search = text;
        var found = await Service.ListAsync(Organization.Id, new MemberQuery(text, PageSize: MostShown + 1), _leaving.Token);
        if (text == _search)
        {
            _failure = found.Failure;
            _found = found.IsFailure ? null : found.Value;
        }
    }

    private void Choose(UserId somebody) => _to = Others.FirstOrDefault(row => row.Id == somebody);

    private string Explain(MemberRow row) => string.Join(" · ", new[] { row.Name is null ? null : row.EmailAddress, Words.ShortRolesOf(row) }.Where(part => !string.IsNullOrEmpty(part)));

    private IReadOnlyList<Choice<OrganizationRoleId>> Afterwards(HandOverTerms terms) =>
    [
        new Choice<OrganizationRoleId>(default, L["HandOverNoRole"], L["HandOverNoRoleText"]),
        .. terms.StayAs.Select(role => new Choice<OrganizationRoleId>(role.Role.Id, L["HandOverStay", role.Role.Name], Words.DescribeTogether(role.Permissions))),
    ];

    private IReadOnlyList<string> Consequences(HandOverTerms terms, MemberRow to)
    {
        var kept = terms.StayAs.FirstOrDefault(role => role.Role.Id == _afterwards)?.Permissions ?? [];
        var lost = terms.OwnPowers.Except(kept).ToList();
        return
        [
            L["HandOverGives", to.DisplayName, Words.Join(terms.Given.Select(role => role.Name)), Words.DescribeTogether(terms.GivenPowers)],
            L["HandOverLoses", Words.DescribeTogether(lost)],
            L["HandOverBack", to.DisplayName],
        ];
    }

    private async Task HandOverAsync(string typedName)
    {
        if (_to is not { } to)
        {
            return;
        }

        var done = await Service.HandOverAsync(Organization.Id, to.Id, _afterwards == default ? [] : [_afterwards], typedName);
        _failure = done.Failure;
        if (done.Failure is ReauthenticationRequired)
        {
            await OnIdentityNeeded.InvokeAsync();
        }
        else if (!done.IsFailure)
        {
            Feedback.Succeeded(L["HandedOver", Organization.Name, to.DisplayName]);
            await OnClose.InvokeAsync();
        }
    }
}

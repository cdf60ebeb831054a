using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Whom to invite, or nobody; from here the organization is created.</summary>
public sealed partial class PeopleStep
{
    private const int MostChoices = 5;

    private InputForm _form = null!;
    private string? _wrong;
    private IReadOnlyList<Choice<OrganizationRoleId>> _choices = [];

    /// <summary>What is typed goes there.</summary>
    [Parameter, EditorRequired]
    public CreationDraft Draft { get; set; } = null!;

    /// <summary>The roles to choose from.</summary>
    [Parameter, EditorRequired]
    public CreationTerms Terms { get; set; } = null!;

    /// <summary>The person's own address, if any.</summary>
    [Parameter]
    public string? OwnAddress { get; set; }

    /// <summary>Why it was not created.</summary>
    [Parameter]
    public Failure? Failure { get; set; }

    /// <summary>Whether it is being created.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Raised with every change of what is typed.</summary>
    [Parameter]
    public EventCallback OnTyped { get; set; }

    /// <summary>Raised by Back.</summary>
    [Parameter]
    public EventCallback OnBack { get; set; }

    /// <summary>Raised with the addresses to invite; with none by Skip.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnCreate { get; set; }

    [Inject]
    private PermissionTexts Permissions { get; set; } = null!;

    private string Name => OrganizationNames.Clean(Draft.Name);

    private OrganizationRoleId Role
    {
        get => Draft.Role ?? default;
        set => Draft.Role = value;
    }

    private IReadOnlyList<string> Usable => [.. Draft.Addresses.Where(address => AddressText.IsComplete(address) && !IsOwn(address))];

    private string Verb => Usable.Count switch
    {
        0 => L["CreateAndInviteNone", Name],
        1 => L["CreateAndInviteOne", Name],
        var count => L["CreateAndInvite", Name, count],
    };

    /// <inheritdoc />
    protected override void OnParametersSet() => _choices = [.. Terms.Roles.Select(role => new Choice<OrganizationRoleId>(
        role.Role.Id,
        role.Role.Name,
        string.IsNullOrWhiteSpace(role.Role.Description) ? string.Join(" · ", role.Permissions.Select(Permissions.NameOf)) : role.Role.Description,
        role.CanGrant ? null : L["RoleLocked"].Value))];

    private Task TakeAsync(IReadOnlyList<string> addresses)
    {
        Draft.Addresses = addresses;
        _wrong = null;
        return OnTyped.InvokeAsync();
    }

    private AddressVerdict? Judge(string address) => IsOwn(address) ? new AddressVerdict(Tone.Warning, L["OwnAddress"]) : null;

    private bool IsOwn(string address) => string.Equals(address, OwnAddress, StringComparison.OrdinalIgnoreCase);

    private Task SkipAsync() => OnCreate.InvokeAsync([]);

    private Task InviteAsync()
    {
        if (Busy)
        {
            return Task.CompletedTask;
        }

        _wrong = Draft.Addresses.Any(address => !AddressText.IsComplete(address)) ? L["AddressesWrong"].Value
            : Usable.Count == 0 ? L["AddressesNeeded"].Value
            : Draft.Role is null ? L["RoleNeeded"].Value
            : null;
        if (_wrong is not null)
        {
            _form.FocusFirstError();
            return Task.CompletedTask;
        }

        return OnCreate.InvokeAsync(Usable);
    }
}

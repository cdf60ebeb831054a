using Microsoft.AspNetCore.Components;
using MudBlazor;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Invites people: addresses as chips and a role, then what became of each. What was not sent stays in the form, and nothing is sent twice.
/// </summary>
public partial class InviteDialog
{
    private readonly string _titleId = ElementId.Next();
    private readonly CancellationTokenSource _closing = new();
    private InviteSession? _session;
    private Draft<InviteEntry>? _draft;
    private IReadOnlyList<GrantableRole>? _roles;
    private readonly HashSet<EmailAddress> _asked = [];
    private readonly HashSet<EmailAddress> _pending = [];
    private readonly HashSet<EmailAddress> _members = [];
    private bool _isChecking;
    private Failure? _rolesFailure;
    private bool _isSending;
    private bool _cannotMail;

    /// <summary>Where people are invited to.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public string OrganizationName { get; set; } = string.Empty;

    /// <summary>Addresses to begin with.</summary>
    [Parameter]
    public IReadOnlyList<string> Addresses { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private InviteSession Session => _session ??= new InviteSession(Invitations, Organization) { Entry = InviteEntry.Empty with { Addresses = Addresses } };

    private IReadOnlyList<string> Usable => InviteFields.Usable(Session.Entry.Addresses, Judge);

    private string SendLabel => Usable.Count switch
    {
        0 => L[_cannotMail ? "MakeNone" : "SendNone"],
        1 when _cannotMail => L["MakeOne"],
        var many when _cannotMail => L["MakeMany", many],
        1 => L["SendOne"],
        var many => L["SendMany", many],
    };

    // Sending again is the button below; roles that could not be read have no other.
    private EventCallback RetryCallback => _rolesFailure is null ? default : EventCallback.Factory.Create(this, ReadRolesAsync);

    /// <summary>Opens the dialog.</summary>
    /// <param name="dialogs">The circuit's dialogs.</param>
    /// <param name="organization">Where people are invited to. Whoever is asked to invite without the permission is told so on sending.</param>
    /// <param name="organizationName">What it is called.</param>
    /// <param name="addresses">Addresses to begin with.</param>
    /// <returns>Ends when the dialog is closed.</returns>
    public static async Task ShowAsync(IDialogService dialogs, OrganizationId organization, string organizationName, IReadOnlyList<string>? addresses = null)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        var parameters = new DialogParameters<InviteDialog>
        {
            { dialog => dialog.Organization, organization },
            { dialog => dialog.OrganizationName, organizationName },
            { dialog => dialog.Addresses, addresses ?? [] },
        };
        var shown = await dialogs.ShowAsync<InviteDialog>(null, parameters, ModalDialog.MudOptions);
        await shown.Result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => Task.WhenAll(ReadRolesAsync(), ReadMailAsync(), CheckAsync());

    private async Task ReadRolesAsync()
    {
        var read = await Members.ListRolesAsync(Organization, _closing.Token);
        _rolesFailure = read.Failure;
        if (!read.IsFailure)
        {
            _roles = read.Value;
            Session.Entry = Fit(Session.Entry);
        }
    }

    // Only roles that are still there, and at first the least of them.
    private InviteEntry Fit(InviteEntry entry)
    {
        if (_roles is not { } roles)
        {
            return entry;
        }

        var known = entry.Roles.Where(id => roles.Any(role => role.Role.Id == id)).ToList();
        return entry with { Roles = known.Count == 0 && InviteRoles.LeastOf(roles) is { } least ? [least] : known };
    }

    private Task RestoreAsync(InviteEntry draft) => ChangeAsync(Fit(draft));

    private Task ChangeAsync(InviteEntry entry)
    {
        Session.Entry = entry;
        return CheckAsync();
    }

    // Only to say so before sending; without it each address is told afterwards. Asks once for each address, also when they come one by one.
    private async Task CheckAsync()
    {
        if (_isChecking)
        {
            return;
        }

        _isChecking = true;
        try
        {
            while (Unasked() is { Count: > 0 } some)
            {
                var read = await Imports.CheckAsync(Organization, some, _closing.Token);
                if (read.IsFailure)
                {
                    return;
                }

                _pending.UnionWith(read.Value.Open);
                _members.UnionWith(read.Value.Members ?? new HashSet<EmailAddress>());
                StateHasChanged();
            }
        }
        finally
        {
            _isChecking = false;
        }
    }

    private List<string> Unasked() =>
        [.. Session.Entry.Addresses.Where(text => EmailAddress.TryParse(text, out var address) && _asked.Add(address))];

    // Only to say so before sending; in doubt mail is tried.
    private async Task ReadMailAsync() =>
        _cannotMail = await Invitations.CanMailAsync(Organization, _closing.Token) is { IsFailure: false, Value: false };

    private async Task<Result<Uri>> CreateLinkAsync(AddressOutcome outcome) => await Invitations.CreateLinkAsync(Organization, outcome.Invitation!.Value);

    private AddressVerdict? Judge(EmailAddress address) => address switch
    {
        _ when _members.Contains(address) => new AddressVerdict(Tone.Warning, L["AddressMember"]) { Icon = IconName.Person },
        _ when _pending.Contains(address) => new AddressVerdict(Tone.Warning, L["AddressPending"]) { Icon = IconName.Mail },
        _ => null,
    };

    private async Task SendAsync()
    {
        _isSending = true;
        await Session.SendAsync(Usable, StateHasChanged);
        _isSending = false;
        if (Session.Outcomes is not { } outcomes)
        {
            return;
        }

        await DropSentAsync();

        var isAll = Session.Failure is null && Session.SentCount == outcomes.Count && Session.Entry.Addresses.Count == 0;
        if (isAll || _closing.IsCancellationRequested)
        {
            Feedback.Succeeded(Summary(outcomes));
            Close();
        }
    }

    private async Task TryAgainAsync(IReadOnlyList<AddressOutcome> which)
    {
        await Session.TryAgainAsync(which);
        await DropSentAsync();
    }

    private Task DropSentAsync() => Session.Entry.Addresses.Count == 0 && _draft is not null ? _draft.DropAsync() : Task.CompletedTask;

    private async Task CancelAsync()
    {
        if (_draft is not null)
        {
            await _draft.DropAsync();
        }

        Close();
    }

    // Not by Cancel: what was typed is there again when the dialog is opened the next time.
    private void Close() => Dialog.Close();

    private string Summary(IReadOnlyList<AddressOutcome> outcomes) => (Session.SentCount, outcomes) switch
    {
        (1, [var only]) => L["SentOneToast", only.Address],
        var (sent, all) when sent == all.Count => L["SentManyToast", sent],
        var (sent, all) => L["SentSomeToast", sent, all.Count],
    };

    private string ResultTitle(IReadOnlyList<AddressOutcome> outcomes) =>
        Session.SentCount == outcomes.Count ? L["ResultAllTitle", outcomes.Count] : L["ResultTitle", Session.SentCount, outcomes.Count];

    private string ResultDescription(IReadOnlyList<AddressOutcome> outcomes) => (outcomes.Count - Session.SentCount) switch
    {
        0 => L["ResultNone"],
        1 => L["ResultOne"],
        var open => L["ResultMany", open],
    };
}

using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>The wizard: name, people, done. Nothing exists before the second step is left; then all of the organization, or nothing.</summary>
public sealed partial class CreateOrganizationPage
{
    private const int Done = 2;

    private readonly HandedOver<CreationTerms> _terms = new();
    private readonly HandedOver<CreationDraft> _draft = new();
    private Draft<CreationDraft>? _kept;
    private Failure? _refused;
    private Failure? _notInvited;
    private IReadOnlyList<AddressOutcome> _outcomes = [];
    private IReadOnlyList<string> _invited = [];
    private string? _address;
    private bool _hasMoved;
    private bool _isCreating;
    private bool _isInviting;

    /// <summary>What can be chosen from; read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public CreationTerms? Terms
    {
        get => _terms.Value;
        set => _terms.Give(value);
    }

    /// <summary>What has been typed.</summary>
    [PersistentState]
    public CreationDraft? Draft
    {
        get => _draft.Value;
        set => _draft.Give(value);
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _address = (await CurrentUser.GetAsync())?.EmailAddress;
        if (Terms is null || Draft is null)
        {
            await OpenAsync().WithPatience(RendererInfo, Time);
        }
    }

    private async Task OpenAsync()
    {
        var terms = await Organizations.GetCreationTermsAsync();
        _refused = terms.Failure;
        if (!terms.IsFailure)
        {
            _terms.Value = terms.Value;
            StartOver();
        }
    }

    private void StartOver() => _draft.Value = new CreationDraft { Role = Terms!.Proposed?.Role.Id };

    // The same request as before: what the server did with it meanwhile is not done again.
    private void Restore(CreationDraft draft)
    {
        draft.Step = Math.Clamp(draft.Step, 0, Done - 1);
        draft.Role = Terms!.Roles.Any(role => role.CanGrant && role.Role.Id == draft.Role) ? draft.Role : Terms.Proposed?.Role.Id;
        _draft.Value = draft;
    }

    private async Task CancelAsync()
    {
        await _kept.DropIfAnyAsync();
        Navigation.NavigateTo(ShellPaths.Home);
    }

    private void ToPeople()
    {
        _refused = null;
        MoveTo(1);
    }

    private void ToName() => MoveTo(0);

    private void MoveTo(int step)
    {
        _hasMoved = true;
        Draft!.Step = step;
    }

    private async Task CreateAsync(IReadOnlyList<string> addresses)
    {
        if (_isCreating || Draft is not { Organization: null } draft)
        {
            return;
        }

        _isCreating = true;
        _refused = null;
        var created = await Organizations.CreateAsync(draft.RequestId, new CreateOrganizationForm(draft.Name, draft.Description, draft.Fields.Count == 0 ? null : draft.Fields));
        _isCreating = false;
        _refused = created.Failure;
        if (created.IsFailure)
        {
            // What was typed stays. Only a name that is refused leads back to where it was typed.
            MoveTo(created.Failure is Invalid ? 0 : 1);
            return;
        }

        draft.Organization = created.Value;
        MoveTo(Done);
        if (addresses.Count > 0)
        {
            await InviteAsync(addresses);
        }
    }

    private async Task InviteAsync(IReadOnlyList<string> addresses)
    {
        if (_isInviting)
        {
            return;
        }

        _isInviting = true;
        _invited = addresses;
        StateHasChanged();
        var sent = await Invitations.SendAsync(Draft!.Organization!.Value, new SendInvitationsForm(addresses, [Draft.Role!.Value]));
        _isInviting = false;
        _notInvited = sent.Failure;
        if (!sent.IsFailure)
        {
            var again = sent.Value.Select(outcome => outcome.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
            _outcomes = [.. _outcomes.Where(outcome => !again.Contains(outcome.Address)), .. sent.Value];
        }
    }

    private Task RetryAsync() =>
        InviteAsync(_notInvited is not null ? _invited : [.. _outcomes.Where(outcome => outcome.CanTryAgain).Select(outcome => outcome.Address)]);

    // MudBlazor's templates know a step's title only.
    private int NumberOf(string? title) => title == L["StepName"].Value ? 1 : title == L["StepPeople"].Value ? 2 : 3;

    private string CssOfName(string? title) => (NumberOf(title) - Draft!.Step - 1) switch { 0 => "step-name step-name-here", < 0 => "step-name step-name-done", _ => "step-name" };
}

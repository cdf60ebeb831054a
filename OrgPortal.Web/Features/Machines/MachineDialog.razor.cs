using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Makes a machine with its first secret, or changes what one is like.</summary>
public sealed partial class MachineDialog
{
    private readonly CancellationTokenSource _closing = new();
    private Draft<MachineDraft>? _draft;
    private MachineTerms? _terms;
    private Failure? _termsFailure;
    private Failure? _failure;
    private string _name = string.Empty;
    private string _description = string.Empty;
    private IReadOnlyList<OrganizationRoleId> _roles = [];
    private int _days = SecretForm.UsualDays;
    private bool _isSaving;
    private bool _wasOpen;

    /// <summary>Whether it is to be seen. It begins anew each time.</summary>
    [Parameter, EditorRequired]
    public bool Open { get; set; }

    /// <summary>Whose machine.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>Which is changed; <see langword="null"/> for a new one.</summary>
    [Parameter]
    public MachineRow? Machine { get; set; }

    /// <summary>Raised when it was closed without doing anything.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Raised with the secret of the machine that was made.</summary>
    [Parameter]
    public EventCallback<ShownSecret> OnMade { get; set; }

    /// <summary>Raised with the machine's name when it was changed.</summary>
    [Parameter]
    public EventCallback<string> OnChanged { get; set; }

    /// <summary>Raised when the person has to prove first who they are.</summary>
    [Parameter]
    public EventCallback OnIdentityNeeded { get; set; }

    private string DraftName => Machine is null ? $"{Organization}:machine" : $"{Organization}:machine:{Machine.Id}";

    private MachineDraft Typed => new(_name, _description, _roles, _days);

    private bool IsTyped => _name != (Machine?.Name ?? string.Empty) || _description != (Machine?.Description ?? string.Empty);

    // Making it again is the button below; terms that could not be read have no other.
    private EventCallback Retry => _failure is null && _termsFailure is not null ? EventCallback.Factory.Create(this, ReadAsync) : default;

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
        Begin();
        return ReadAsync();
    }

    private void Begin() => Restore(new MachineDraft(Machine?.Name ?? string.Empty, Machine?.Description ?? string.Empty, [.. Machine?.Roles.Select(role => role.Id) ?? []], SecretForm.UsualDays));

    private void Restore(MachineDraft draft)
    {
        (_name, _description, _roles, _days) = (draft.Name, draft.Description, draft.Roles, draft.ExpiresInDays);
        Fit();
    }

    // Only what can be chosen now; a tenant with one role for machines leaves no choice.
    private void Fit()
    {
        if (_terms is not { } terms)
        {
            return;
        }

        _days = Math.Clamp(_days, 1, terms.LongestSecretDays);
        _roles = [.. _roles.Where(id => terms.Roles.Any(role => role.Role.Id == id))];
        _roles = _roles.Count == 0 && terms.Roles is [{ CanGrant: true } only] ? [only.Role.Id] : _roles;
    }

    private async Task ReadAsync()
    {
        var read = await Service.GetTermsAsync(Organization, _closing.Token);
        _termsFailure = read.Failure;
        if (!read.IsFailure)
        {
            _terms = read.Value;
            Fit();
        }
    }

    private async Task SaveAsync()
    {
        _isSaving = true;
        var form = new MachineForm(_name, _description, _roles);
        if (Machine is { Id: { } machine })
        {
            var changed = await Service.ChangeAsync(Organization, machine, form);
            (_isSaving, _failure) = (false, changed.Failure);
            if (!changed.IsFailure)
            {
                await _draft.DropIfAnyAsync();
                await OnChanged.InvokeAsync(_name.Trim());
            }

            return;
        }

        var made = await Service.CreateAsync(Organization, form, new SecretForm(null, _days));
        (_isSaving, _failure) = (false, made.Failure);
        if (made.Failure is ReauthenticationRequired)
        {
            // What was typed is there again afterwards.
            await OnIdentityNeeded.InvokeAsync();
        }
        else if (!made.IsFailure)
        {
            await _draft.DropIfAnyAsync();
            await OnMade.InvokeAsync(made.Value);
        }
    }

    private async Task CancelAsync()
    {
        await _draft.DropIfAnyAsync();
        await OnClose.InvokeAsync();
    }
}

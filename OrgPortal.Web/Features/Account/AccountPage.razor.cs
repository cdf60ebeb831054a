using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

/// <summary>The signed-in person's account: name and picture, language, organizations, sessions.</summary>
public sealed partial class AccountPage
{
    private readonly HandedOver<AccountProfile> _profile = new();
    private readonly CancellationTokenSource _leaving = new();
    private InputForm? _form;
    private IDisposable? _subscription;
    private Person? _me;
    private Failure? _failure;
    private Failure? _refused;
    private string _name = string.Empty;
    private string _avatar = string.Empty;
    private bool _isSaving;

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public AccountProfile? Profile
    {
        get => _profile.Value;
        set => _profile.Give(value);
    }

    private bool IsChanged => Profile is not null && (_name != (Profile.Name ?? string.Empty) || _avatar != (Profile.AvatarUrl ?? string.Empty));

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _me = await CurrentUser.GetAsync();
        if (RendererInfo.IsInteractive)
        {
            _subscription = Events.Subscribe(OnHappened);
        }

        if (Profile is null)
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }
        else
        {
            TakeOver();
        }
    }

    private async Task ReadAsync()
    {
        var read = await Account.GetAsync(_leaving.Token);
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        _failure = read.Failure;
        if (!read.IsFailure)
        {
            // What is being typed stays.
            var wasTyping = IsChanged;
            _profile.Value = read.Value;
            if (!wasTyping)
            {
                TakeOver();
            }
        }

        StateHasChanged();
    }

    private void TakeOver() => (_name, _avatar) = (Profile!.Name ?? string.Empty, Profile.AvatarUrl ?? string.Empty);

    private async Task SaveAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        var saved = await Account.UpdateAsync(new AccountForm(_name, _avatar));
        (_isSaving, _refused) = (false, saved.Failure);
        if (!saved.IsFailure)
        {
            (_name, _avatar) = (_name.Trim(), _avatar.Trim());
            _profile.Value = Profile! with { Name = _name, AvatarUrl = _avatar.Length == 0 ? null : _avatar };
            Feedback.Succeeded(L["Saved"]);
        }
        else if (saved.Failure is Invalid)
        {
            _form?.FocusFirstError();
        }
        else
        {
            Feedback.Failed(saved.Failure);
        }
    }

    private string? ErrorOf(string field) =>
        (_refused as Invalid)?.Fields.FirstOrDefault(wrong => wrong.Field == field) is { } found ? L[$"{field}_{found.Reason}"].Value : null;

    private void OnHappened(TenantEvent happened)
    {
        if (happened is PersonChanged { Person: var person } && person == _me?.Id)
        {
            _ = InvokeAsync(() => _leaving.IsCancellationRequested || _isSaving ? Task.CompletedTask : ReadAsync());
        }
    }
}

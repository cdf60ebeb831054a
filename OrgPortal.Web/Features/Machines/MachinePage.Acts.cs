using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <content>What can be done with the machine. It is read again when the change is announced.</content>
public sealed partial class MachinePage
{
    private ShownSecret? _shown;
    private int _longest = SecretForm.UsualDays;
    private bool _isEditing;
    private bool _isMaking;
    private bool _isNewWanted;
    private bool _isUnproved;

    // A secret is shown at the end of it: who asks proves first who they are, before anything is typed.
    private async Task StartAsync()
    {
        if (!await Reauthentication.IsRecentAsync())
        {
            _isUnproved = true;
            return;
        }

        var terms = await Service.GetTermsAsync(_organization!.Value);
        if (terms.IsFailure)
        {
            Feedback.Failed(terms.Failure);
            return;
        }

        (_longest, _isMaking) = (terms.Value.LongestSecretDays, true);
    }

    private void AskForIdentity() => (_isMaking, _isUnproved) = (false, true);

    private void Show(ShownSecret secret) => (_isMaking, _shown) = (false, secret);

    private void TellChanged(string name)
    {
        _isEditing = false;
        Feedback.Succeeded(L["Changed", name]);
    }

    private async Task SwitchAsync()
    {
        var (name, isOn) = (Snapshot!.Details.Machine.Name, !IsIn);
        if (!isOn && !await Feedback.ConfirmAsync(new Confirmation(L["AskSwitchOff", name], L["SwitchOff"]) { Consequences = [L["OffNoTokens"], L["OldTokens"], L["OffBack"], .. LastUse()], Danger = true }))
        {
            return;
        }

        Tell(await Service.SwitchAsync(_organization!.Value, MachineId, isOn), isOn ? "SwitchedOn" : "SwitchedOff", name);
    }

    private async Task DeleteSecretAsync(MachineSecret secret)
    {
        var name = Snapshot!.Details.Machine.Name;
        var isLast = Snapshot.Details.Secrets.Count(one => one.State != MachineSecretState.Ended) == 1 && secret.State != MachineSecretState.Ended;
        var question = new Confirmation(L["AskDeleteSecret", secret.Name], L["DeleteSecret"])
        {
            Consequences = secret.State == MachineSecretState.Ended ? [L["SecretEndedAlready"]] : [L["SecretStops"], L["OldTokens"], .. isLast ? [L["SecretLast", name].Value] : Array.Empty<string>()],
            Danger = true,
        };
        if (await Feedback.ConfirmAsync(question))
        {
            Tell(await Service.DeleteSecretAsync(_organization!.Value, MachineId, secret.Name), "SecretDeleted", secret.Name);
        }
    }

    private async Task DeleteAsync()
    {
        var (machine, secrets) = (Snapshot!.Details.Machine, Snapshot.Details.Secrets.Count);
        var question = new Confirmation(L["AskDelete", machine.Name], L["DeleteNamed", machine.Name])
        {
            Consequences = [secrets == 1 ? L["DeleteSecretOne"] : L["DeleteSecrets", secrets], L["OldTokens"], L["DeleteForEver"], .. LastUse()],
            Danger = true,
        };
        if (!await Feedback.ConfirmAsync(question))
        {
            return;
        }

        var deleted = await Service.DeleteAsync(_organization!.Value, MachineId);
        Tell(deleted, "Deleted", machine.Name);
        if (!deleted.IsFailure)
        {
            Navigation.NavigateTo(MachinePaths.All(_organization.Value));
        }
    }

    // Whether anybody would miss it.
    private IEnumerable<string> LastUse() => _use is null ? [] : [_use.At is { } at ? L["LastUsed", Words.Relative(at, Time.GetUtcNow(), Zone ?? TimeZoneInfo.Utc)] : L["NeverUsed"]];

    private void Tell(Result done, string words, string name)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }
        else
        {
            Feedback.Succeeded(L[words, name]);
        }
    }
}

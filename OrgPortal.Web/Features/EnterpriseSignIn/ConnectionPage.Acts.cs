using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <content>What can be done with the connection. It is read again when the change is announced.</content>
public sealed partial class ConnectionPage
{
    private string? _proving;

    private void GoTo(int step) => Navigation.NavigateTo(ConnectionPaths.Step(_organization!.Value, ConnectionId, step));

    private void AskForIdentity() => _proving = Snapshot is { Details: var details } && !IsOpen
        ? ConnectionPaths.Step(_organization!.Value, ConnectionId, StepOf(details))
        : ConnectionPaths.One(_organization!.Value, ConnectionId);

    private async Task SavedAsync(string words, int next)
    {
        Feedback.Succeeded(L[words]);
        await ReadAsync();
        if (!IsOpen)
        {
            GoTo(next);
        }
    }

    private async Task ActivatedAsync()
    {
        var name = Snapshot!.Details.Row.Name;
        await ReadAsync();
        Feedback.Succeeded(L["Activated", name]);
        Navigation.NavigateTo(ConnectionPaths.One(_organization!.Value, ConnectionId), replace: true);
    }

    private async Task SwitchOffAsync()
    {
        var name = Snapshot!.Details.Row.Name;
        if (await FindImpactAsync() is not { } impact
            || !await Feedback.ConfirmAsync(new Confirmation(L["SwitchOffAsk", name], L["SwitchOff"]) { Consequences = [.. Describe(impact), L["ImpactStay"]], Danger = true }))
        {
            return;
        }

        Tell(await Service.DeactivateAsync(_organization!.Value, ConnectionId), "SwitchedOff", name);
        await ReadAsync();
    }

    private async Task DeleteAsync()
    {
        var name = Snapshot!.Details.Row.Name;
        if (IsOpen && !await Reauthentication.IsRecentAsync())
        {
            AskForIdentity();
            return;
        }

        ConnectionImpact? impact = null;
        if (IsOpen && (impact = await FindImpactAsync()) is null)
        {
            return;
        }

        var question = new Confirmation(L["DeleteAsk", name], L["DeleteNamed", name])
        {
            Consequences = impact is null ? [L["GiveUpText"], L["ImpactForEver"]] : [.. Describe(impact), L["ImpactStay"], L["ImpactForEver"]],
            Danger = true,
        };
        if (!await Feedback.ConfirmAsync(question))
        {
            return;
        }

        var deleted = await Service.DeleteAsync(_organization!.Value, ConnectionId);
        Tell(deleted, "Deleted", name);
        if (!deleted.IsFailure)
        {
            Navigation.NavigateTo(ConnectionPaths.All(_organization.Value));
        }
    }

    private async Task<ConnectionImpact?> FindImpactAsync()
    {
        var impact = await Service.GetImpactAsync(_organization!.Value, ConnectionId);
        if (impact.IsFailure)
        {
            Feedback.Failed(impact.Failure);
        }

        return impact.IsFailure ? null : impact.Value;
    }

    // Whom it concerns, from what stands in Logto now.
    private IEnumerable<string> Describe(ConnectionImpact impact) => impact switch
    {
        { Members: 0 } => [L["ImpactNone"]],
        { Members: 1, Names: [var only] } => [L["ImpactOne", only], L["ImpactPassword"]],
        _ => [L["ImpactMembers", impact.Members], L["ImpactNames", string.Join(L["ListSeparator"], impact.Names)], L["ImpactPassword"]],
    };

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

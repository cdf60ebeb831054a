using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <content>Requiring one, and requiring none any more; counting and reminding. The page is read again when the change is announced.</content>
public sealed partial class SecondFactorPage
{
    private const string LiftAct = "lift";
    private const int UsualDays = 14;

    private bool _isOn;
    private bool _isDrafting;
    private bool _isUnproved;
    private bool _isLiftWanted;
    private DateOnly? _day;

    private bool IsSet => Snapshot?.State is { IsRequired: true } or { Planned: not null };

    private DateTimeOffset? From => SecondFactorDayFields.BeginOf(_day, Zone);

    private string LiftPath => $"{SecondFactorPaths.Settings(_organization!.Value)}?act={LiftAct}";

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (Act == LiftAct && !_isLiftWanted && _organization is { } organization && Snapshot is not null && RendererInfo.IsInteractive)
        {
            // The URL first: going elsewhere would close the dialog.
            _isLiftWanted = true;
            Navigation.NavigateTo(SecondFactorPaths.Settings(organization), replace: true);
        }
    }

    private async Task SwitchAsync(bool isOn)
    {
        _isOn = isOn;
        if (isOn)
        {
            StartDraft();
            if (Snapshot?.State.Tally is null)
            {
                await StartCountAsync();
            }
        }
        else if (_isDrafting)
        {
            EndDraft();
        }
        else if (Snapshot?.State is { IsRequired: true })
        {
            await LiftAsync();
        }
        else
        {
            await CallOffAsync();
        }
    }

    private void StartDraft()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Zone ?? TimeZoneInfo.Utc).Date);
        _day = Snapshot?.State.Planned is { } planned ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(planned.From, Zone ?? TimeZoneInfo.Utc).Date) : today.AddDays(UsualDays);
        (_isDrafting, _isOn) = (true, true);
    }

    private void EndDraft() => (_isDrafting, _isOn) = (false, IsSet);

    private string VerbOf(DateTimeOffset? from) => from is { } day ? L["RequireFrom", Words.Day(day, Zone)] : L["RequireNow"];

    private async Task RequireAsync()
    {
        var (organization, from) = (_organization!.Value, From);
        var accept = Snapshot?.State.HasOwn is false ? SecondFactorAcceptance.Oneself : SecondFactorAcceptance.Nothing;
        if (!await Feedback.ConfirmAsync(Question(from)))
        {
            return;
        }

        var done = await Service.RequireAsync(organization, from, accept);
        while (done.Failure is Refused { Reason: RefusalReasons.LocksOutOneself or RefusalReasons.LocksOutAdministrators } refused)
        {
            // Known only now, or grave enough to be said by itself.
            accept = refused.Reason == RefusalReasons.LocksOutAdministrators ? SecondFactorAcceptance.Administrators : SecondFactorAcceptance.Oneself;
            if (!await Feedback.ConfirmAsync(Warning(refused.Reason)))
            {
                return;
            }

            done = await Service.RequireAsync(organization, from, accept);
        }

        if (Told(done))
        {
            EndDraft();
            Feedback.Succeeded(from is { } day ? L["NowRequiredFrom", Name, Words.Day(day, Zone)] : L["NowRequired", Name]);
        }

        await ReadAsync();
    }

    private Confirmation Question(DateTimeOffset? from)
    {
        var tally = Snapshot?.State.Tally;
        return new Confirmation(from is { } day ? L["RequireFromTitle", Name, Words.Day(day, Zone)] : L["RequireNowTitle", Name], VerbOf(from))
        {
            Consequences =
            [
                L[from is null ? "ConsequenceNow" : "ConsequenceThen", Name],
                tally is { State: SecondFactorCountState.Done } ? Words.Headline(tally) + L["Stop"] : L["ConsequenceUncounted"],
                .. Snapshot?.State.HasOwn is false ? [L[from is null ? "ConsequenceOwnNow" : "ConsequenceOwnThen"].Value] : Array.Empty<string>(),
            ],
            Danger = from is null && (tally is not { State: SecondFactorCountState.Done, Without: 0 } || Snapshot?.State.HasOwn is false),
        };
    }

    private Confirmation Warning(string reason) => reason == RefusalReasons.LocksOutAdministrators
        ? new Confirmation(L["AdministratorsTitle", Name], L["RequireAnyway"]) { Consequences = [L["AdministratorsStopped"], L["AdministratorsFirst"]], Danger = true }
        : new Confirmation(L["OneselfTitle"], L["RequireAnyway"]) { Consequences = [L["OneselfStopped", Name]], Danger = true };

    private async Task CallOffAsync()
    {
        if (Snapshot?.State.Planned is not { } planned)
        {
            return;
        }

        var question = new Confirmation(L["CallOffTitle", Name, Words.Day(planned.From, Zone)], L["CallOff"]) { Consequences = [L["CallOffText"]] };
        if (await Feedback.ConfirmAsync(question) && Told(await Service.CallOffAsync(_organization!.Value)))
        {
            Feedback.Succeeded(L["CalledOff", Name]);
        }

        await ReadAsync();
    }

    private async Task LiftAsync()
    {
        if (!await Reauthentication.IsRecentAsync())
        {
            _isUnproved = true;
            return;
        }

        var question = new Confirmation(L["LiftTitle", Name], L["LiftVerb"]) { Consequences = [L["LiftPassword"], L["LiftBack"], L["LiftTold"]], Danger = true };
        if (await Feedback.ConfirmAsync(question))
        {
            var lifted = await Service.LiftAsync(_organization!.Value);
            if (lifted.Failure is ReauthenticationRequired)
            {
                _isUnproved = true;
                return;
            }

            if (Told(lifted))
            {
                Feedback.Succeeded(L["Lifted", Name]);
            }
        }

        await ReadAsync();
    }

    private void CloseLift() => (_isUnproved, _isOn) = (false, IsSet);

    private async Task StartCountAsync()
    {
        Told(await Service.StartCountAsync(_organization!.Value));
        await ReadAsync();
    }

    private async Task CancelCountAsync()
    {
        Told(await Service.CancelCountAsync(_organization!.Value));
        await ReadAsync();
    }

    private async Task RemindAsync(PersonWithout? person)
    {
        var reminded = await Service.RemindAsync(_organization!.Value, person is null ? null : [person.Id]);
        if (reminded.IsFailure)
        {
            Feedback.Failed(reminded.Failure);
        }
        else
        {
            Feedback.Succeeded(person is not null ? L["RemindedNamed", person.DisplayName] : reminded.Value == 1 ? L["RemindedOne"] : L["RemindedSome", SecondFactorWords.Number(reminded.Value)]);
        }

        await ReadPeopleAsync();
    }

    private bool Told(Result done)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }

        return !done.IsFailure;
    }
}

using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <content>What a person does on the page. What was chosen is shown at once and taken back with its reason when it is refused.</content>
public sealed partial class MembersPage
{
    private readonly MemberSelection _selection = new();
    private readonly Asked<MemberRow> _choosing = new();
    private readonly Asked<MemberRow> _ending = new();
    private readonly Asked<BulkForm?> _bulk = new();
    private readonly Asked<string> _unproved = new();

    private async Task OpenDialogAsync(MemberRow row)
    {
        await ReadRolesAsync();
        _choosing.Now = row;
    }

    private async Task SaveSeveralAsync((MemberRow Row, IReadOnlyList<OrganizationRoleId> Roles) choice)
    {
        _choosing.Now = null;
        await ChooseAsync(choice);
    }

    private async Task ChooseAsync((MemberRow Row, IReadOnlyList<OrganizationRoleId> Roles) choice)
    {
        var (row, wanted) = choice;
        if (_organization is not { } organization || !await Questions.AgreeToRolesAsync(OrganizationName, row, wanted, _roles))
        {
            return;
        }

        var chosen = row with { Roles = [.. _roles.Where(role => wanted.Contains(role.Role.Id)).Select(role => new OrganizationRoleName(role.Role.Id, role.Role.Name))] };
        if (await SaveAsync(organization, row, chosen) is { } refused)
        {
            if (refused is Refused { Reason: RefusalReasons.ChangedMeanwhile })
            {
                _states.Wish(row.Id, wanted);
            }

            await ExplainAsync(row, refused);
            return;
        }

        // Whoever gave up permissions cannot take them back alone.
        Feedback.Succeeded(Words.TellRoles(chosen), row.IsMe ? null : () => InvokeAsync(() => UndoAsync(organization, chosen, row)));
    }

    private async Task UndoAsync(OrganizationId organization, MemberRow now, MemberRow before)
    {
        if (await SaveAsync(organization, now, before) is { } refused)
        {
            // The row may not be to be seen any more.
            Feedback.Failed(refused);
        }
        else
        {
            Feedback.Succeeded(Words.TellRoles(before));
        }
    }

    private async Task<Failure?> SaveAsync(OrganizationId organization, MemberRow from, MemberRow to)
    {
        _states.Choose(to.Id, to.Roles);
        StateHasChanged();
        var done = await Service.ChangeRolesAsync(organization, to.Id, Ids(to), expected: Ids(from));
        _states.End(to.Id, refusal: null);
        if (!done.IsFailure)
        {
            // Until the announced read says otherwise the row has what was chosen.
            _shown.Value = Snapshot?.With(to.Id, row => row with { Roles = to.Roles });
        }

        StateHasChanged();
        return done.Failure;
    }

    private async Task RemoveAsync(MemberRow row)
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var asked = await Removals.AskAsync(organization, OrganizationName, row, MayInvite);
        if (asked.IsFailure)
        {
            await ExplainAsync(row, asked.Failure);
            return;
        }

        if (asked.Value is not { } fate)
        {
            return;
        }

        _states.Begin(row.Id);
        StateHasChanged();
        var done = await Service.RemoveAsync(organization, row.Id, fate);
        _states.End(row.Id, refusal: null);
        if (done.IsFailure)
        {
            await ExplainAsync(row, done.Failure);
            return;
        }

        if (Snapshot?.With(row.Id, _ => null) is { } left)
        {
            Take(left);
        }

        Removals.Tell(organization, OrganizationName, row, done.Value);
    }

    private async Task ActOnSeveralAsync(BulkForm form)
    {
        await ReadRolesAsync();
        _bulk.Now = form;
    }

    private void EndBulk(IReadOnlyList<UserId> done)
    {
        _bulk.Now = null;
        _selection.Drop(done);
    }

    /// <summary>Asks who it is before a file is made; the service asks again.</summary>
    private async Task ExportAsync(MemberExportFormat format)
    {
        if (_organization is not { } organization)
        {
            return;
        }

        if (!await Reauthentication.IsRecentAsync())
        {
            _unproved.Now = PeoplePaths.Members(organization, _query);
            return;
        }

        Navigation.NavigateTo(PeoplePaths.Export(organization, _query, format), forceLoad: true);
    }

    private async Task LeaveAsync(MemberRow row)
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var open = Access ?? new OrganizationAccess(organization, OrganizationName, null, [.. row.Roles.Select(role => role.Name)], []);
        if (await Departure.AskAsync(open) is { } refused)
        {
            await ExplainAsync(row, refused);
        }
    }

    // The reason stands in the row, unless there is no such row any more. A refusal may mean that the rows are out of date.
    private async Task ExplainAsync(MemberRow row, Failure refused)
    {
        if (refused is NotFound)
        {
            Feedback.Failed(refused);
        }
        else
        {
            _states.End(row.Id, refused);
            StateHasChanged();
        }

        if (refused is NotFound or Refused or Forbidden)
        {
            await ReadAsync();
        }
    }

    private static IReadOnlyList<OrganizationRoleId> Ids(MemberRow row) => [.. row.Roles.Select(role => role.Id)];
}

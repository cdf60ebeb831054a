using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <content>What a person does on the page. What was chosen is shown at once and taken back with its reason when it is refused.</content>
public sealed partial class MemberPage
{
    private MemberRow? _choosing;
    private MemberRow? _ending;
    private bool _saving;
    private bool _leaving;

    private async Task OpenDialogAsync()
    {
        await ReadRolesAsync();
        _choosing = _rolesAreRecent ? Row : null;
    }

    private async Task SaveSeveralAsync((MemberRow Row, IReadOnlyList<OrganizationRoleId> Roles) choice)
    {
        _choosing = null;
        await ChooseAsync(choice.Row, choice.Roles);
    }

    private async Task TakeAwayAsync(OrganizationRoleId role)
    {
        if (Row is not { } row)
        {
            return;
        }

        await ReadRolesAsync();
        if (_rolesAreRecent)
        {
            await ChooseAsync(row, [.. row.Roles.Select(held => held.Id).Where(held => held != role)]);
        }
    }

    private async Task ChooseAsync(MemberRow row, IReadOnlyList<OrganizationRoleId> wanted)
    {
        if (_saving || _organization is not { } organization || !await Questions.AgreeToRolesAsync(OrganizationName, row, wanted, _roles))
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
        _saving = true;
        StateHasChanged();
        var done = await Service.ChangeRolesAsync(organization, to.Id, Ids(to), expected: Ids(from));
        if (!done.IsFailure)
        {
            // What the new roles allow is read before what was chosen gives way to it.
            await ReadAsync();
        }

        _saving = false;
        _states.End(to.Id, refusal: null);
        StateHasChanged();
        return done.Failure;
    }

    private async Task RemoveAsync()
    {
        if (_organization is not { } organization || Row is not { } row)
        {
            return;
        }

        var asked = await Removals.AskAsync(organization, OrganizationName, row, Access?.Allows(OrganizationPermissions.InviteMembers) is true);
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
        _leaving = true;
        StateHasChanged();
        var done = await Service.RemoveAsync(organization, row.Id, fate);
        _leaving = false;
        _states.End(row.Id, refusal: null);
        if (done.IsFailure)
        {
            await ExplainAsync(row, done.Failure);
            return;
        }

        // The announcement of the own act comes while the page is being left.
        _lastRead++;
        _leaving = true;
        Removals.Tell(organization, OrganizationName, row, done.Value);
        Navigation.NavigateTo(PeoplePaths.Members(organization));
    }

    private async Task LeaveAsync()
    {
        if (_organization is not { } organization || Row is not { } row)
        {
            return;
        }

        var open = Access ?? new OrganizationAccess(organization, OrganizationName, null, [.. row.Roles.Select(role => role.Name)], []);
        if (await Departure.AskAsync(open) is { } refused)
        {
            await ExplainAsync(row, refused);
        }
    }

    // A refusal may mean that what is shown is out of date.
    private async Task ExplainAsync(MemberRow row, Failure refused)
    {
        if (refused is not NotFound)
        {
            _states.End(row.Id, refused);
            StateHasChanged();
        }

        if (refused is NotFound or Refused or Forbidden)
        {
            await ReadAsync();
        }
    }

    private string NamesOf(IReadOnlyList<OrganizationRoleId> roles)
    {
        var names = _roles.Where(role => roles.Contains(role.Role.Id)).Select(role => role.Role.Name).ToList();
        return names.Count == 0 ? L["NoRole"] : Words.Join(names);
    }

    private static IReadOnlyList<OrganizationRoleId> Ids(MemberRow row) => [.. row.Roles.Select(role => role.Id)];
}

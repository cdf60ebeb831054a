using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <content>
/// Reading, and reading again when something was announced. A read is not cancelled when the URL changes or the page is left,
/// since others may wait for the same answer; what comes too late is dropped.
/// </content>
public sealed partial class MembersPage
{
    private readonly Asked<PermissionKey?> _missing = new();
    private Failure? _failure;
    private IReadOnlyList<GrantableRole> _roles = [];
    private UserId? _me;
    private bool _rolesAreRecent;
    private bool _reading;
    private bool _following;
    private bool _changedAgain;
    private int _lastRead;
    private IDisposable? _subscription;

    private async Task ReadAsync()
    {
        if (_organization is not { } organization || _url is not { } url)
        {
            return;
        }

        var (query, read, began) = (_query, ++_lastRead, Time.GetUtcNow());
        _reading = true;

        // A role that is filtered by is named, and only its id stands in the URL.
        var readingRoles = query.Role is not null && _roles.Count == 0 ? Service.ListRolesAsync(organization) : Task.FromResult(Result.Of(_roles));
        var page = await Service.ListAsync(organization, query);
        var roles = await readingRoles;
        if (read != _lastRead)
        {
            return;
        }

        _reading = false;
        _roles = roles.IsFailure ? [] : roles.Value;
        _failure = page.Failure;
        // Whoever sees nobody still sees themselves.
        _me = _failure is Forbidden ? (await CurrentUser.GetAsync())?.Id : null;
        if (!page.IsFailure)
        {
            Take(new MembersSnapshot(organization, url, query, page.Value, began, _roles.Count == 0 ? null : _roles));
        }
        else if (page.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }
    }

    private void Take(MembersSnapshot now)
    {
        if (Snapshot is { } before && before.Url == now.Url)
        {
            _states.Compare(before.Page.Items, now.Page.Items);
        }

        _shown.Value = now;
        _selection.Refresh(now.Page.Items);
        Seen.Remember(now.Organization, now.Page.Items, now.ReadAt);
        Count(now);
        if (now.Page is { Items.Count: 0, TotalCount: > 0 })
        {
            // Past the end, by an old link or because people left: the last page instead.
            Show(now.Query with { Page = ((now.Page.TotalCount - 1) / now.Page.Request.Size) + 1 }, replace: true);
        }
    }

    private void Count(MembersSnapshot shown)
    {
        if (!shown.Query.IsFiltered)
        {
            Counts.Remember(shown.Organization, PeopleTab.Members, shown.Page.TotalCount);
        }
    }

    private async Task ReadRolesAsync()
    {
        if (_rolesAreRecent || _organization is not { } organization)
        {
            return;
        }

        var roles = await Service.ListRolesAsync(organization);
        if (roles.IsFailure)
        {
            Feedback.Failed(roles.Failure);
        }
        else if (organization == _organization)
        {
            (_roles, _rolesAreRecent) = (roles.Value, true);
        }
    }

    private async Task FollowAsync(OrganizationEvent happened)
    {
        if (happened is not MembersChanged changed)
        {
            return;
        }

        // What may be given depends on the person's own roles.
        _rolesAreRecent &= changed.Affected is { } affected && Snapshot?.Page.Items.Any(row => row.Id == affected && !row.IsMe) is true;
        _changedAgain = true;
        if (_following)
        {
            return;
        }

        _following = true;
        try
        {
            while (_changedAgain)
            {
                _changedAgain = false;
                await ReadAsync();
                StateHasChanged();
            }
        }
        finally
        {
            _following = false;
        }
    }
}

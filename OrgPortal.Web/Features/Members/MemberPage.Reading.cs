using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <content>Reading, and reading again when something was announced. What comes too late is dropped.</content>
public sealed partial class MemberPage
{
    private Failure? _failure;
    private string? _gone;
    private IReadOnlyList<GrantableRole> _roles = [];
    private bool _rolesAreRecent;
    private bool _following;
    private bool _changedAgain;
    private int _lastRead;

    // What is read behind the page reads again with another one.
    private int _version;
    private IDisposable? _subscription;

    private async Task ReadAsync()
    {
        if (_organization is not { } organization || _member is not { } member)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        var profile = await Service.GetAsync(organization, member);
        if (read != _lastRead)
        {
            return;
        }

        _failure = profile.Failure;
        if (!profile.IsFailure)
        {
            _gone = null;
            _shown.Value = new MemberSnapshot(organization, member, profile.Value, began);
        }
        else if (profile.Failure is not Unavailable)
        {
            // Who was here a moment ago and is not any more was removed, or left: that is told. What one may not see any more goes.
            _gone = profile.Failure is NotFound ? Snapshot?.Profile.Row.DisplayName : null;
            _choosing = null;
            _shown.Value = null;
        }

        StateHasChanged();
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
        // Anybody's change may be that of the one who looks, or may make this member the last administrator.
        if (happened is InvitationsChanged)
        {
            _version++;
            StateHasChanged();
        }

        if (happened is not MembersChanged || _leaving)
        {
            return;
        }

        _rolesAreRecent = false;
        _version++;
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
            }
        }
        finally
        {
            _following = false;
        }
    }
}

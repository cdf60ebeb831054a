using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// One member: roles, what they allow and through which of them, facts, history. The first read is prerendered and handed to the circuit; what only some
/// may see, or what costs further calls, is read behind the first paint by its own section.
/// </summary>
public sealed partial class MemberPage
{
    private readonly HandedOver<MemberSnapshot> _shown = new();
    private readonly MemberRowStates _states = new();
    private OrganizationId? _organization;
    private UserId? _member;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The person, as it stands in the URL.</summary>
    [Parameter]
    public string MemberId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public MemberSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private MemberRow? Row => Snapshot is { } shown ? _states.Apply(shown.Profile.Row) : null;

    private bool IsAdministrator => Snapshot?.Profile.Powers is { } powers && OrganizationPermissions.Administrator.All(key => powers.Permissions.Any(power => power.Key == key && power.IsHeld));

    private IReadOnlyList<TextLink> Crumbs => _organization is { } organization ? [new TextLink(L["People"], PeoplePaths.Members(organization))] : [];

    private string OrganizationName => Access?.Name ?? L["ThisOrganization"];

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization) || !UserId.TryParse(MemberId, null, out var member))
        {
            (_organization, _member) = (null, null);
            Navigation.NotFound();
            return;
        }

        if (organization == _organization && member == _member)
        {
            return;
        }

        Open(organization, member);
        if (Snapshot is { } handed)
        {
            // What was prerendered is shown as it is; it is read again only if something happened before this page began to listen.
            await (RendererInfo.IsInteractive && Changes.HappenedSince(organization, handed.ReadAt) ? ReadAsync() : Task.CompletedTask);
            return;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
        if (!RendererInfo.IsInteractive && _failure is Results.NotFound)
        {
            // The page of every unknown address, with its status.
            Navigation.NotFound();
        }
    }

    private void Open(OrganizationId organization, UserId member)
    {
        if (organization != _organization)
        {
            _subscription?.Dispose();
            _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
            (_roles, _rolesAreRecent) = ([], false);
        }

        (_organization, _member) = (organization, member);
        (_failure, _gone, _choosing) = (null, null, null);
        _states.Clear();
        if (Snapshot is not null && (Snapshot.Organization != organization || Snapshot.Member != member))
        {
            _shown.Value = null;
        }
    }
}

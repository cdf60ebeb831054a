using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>One's own open invitations in the organization switcher.</summary>
internal sealed class MyInvitationsPart : ISwitcherPart
{
    public Type Component => typeof(MyInvitationsMenu);
}

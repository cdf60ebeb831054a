namespace OrgPortal.Web.Notices;

/// <summary>What people can be told of. Words for each stand in the texts of <c>Features/Notices</c>, under <c>kind.</c> and this word.</summary>
public static class NoticeKinds
{
    /// <summary>An invitation was accepted: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>.</summary>
    public const string InvitationAccepted = "invitation.accepted";

    /// <summary>An invitation was declined: <see cref="NoticeFacts.Address"/>.</summary>
    public const string InvitationDeclined = "invitation.declined";

    /// <summary>Somebody with a dead link asks for a new invitation: <see cref="NoticeFacts.Address"/>.</summary>
    public const string InvitationAsked = "invitation.asked";

    /// <summary>Somebody joined by a join link: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>.</summary>
    public const string MemberJoined = "member.joined";

    /// <summary>Somebody asks to join: <see cref="NoticeFacts.PersonName"/> or <see cref="NoticeFacts.Address"/>.</summary>
    public const string RequestMade = "request.made";

    /// <summary>My request to join was approved: <see cref="NoticeFacts.OrganizationName"/>.</summary>
    public const string RequestApproved = "request.approved";

    /// <summary>My request to join was declined: <see cref="NoticeFacts.OrganizationName"/>.</summary>
    public const string RequestDeclined = "request.declined";

    /// <summary>The record of a domain was found by the portal itself: the domain as <see cref="NoticeFacts.Address"/>.</summary>
    public const string DomainVerified = "domain.verified";

    /// <summary>The record of a verified domain is gone: the domain as <see cref="NoticeFacts.Address"/>, and <see cref="NoticeFacts.Date"/>, when it lapses.</summary>
    public const string DomainLapsing = "domain.lapsing";

    /// <summary>A domain is not the organization's any more: the domain as <see cref="NoticeFacts.Address"/>.</summary>
    public const string DomainLapsed = "domain.lapsed";

    /// <summary>A secret of a machine ends soon: the machine as <see cref="NoticeFacts.Address"/>, and <see cref="NoticeFacts.Date"/>, when it ends.</summary>
    public const string MachineSecretEnding = "machine.secret.ending";

    /// <summary>A webhook was switched off, since nothing arrived for days: its host as <see cref="NoticeFacts.Address"/>, and <see cref="NoticeFacts.Date"/>, since when.</summary>
    public const string WebhookFailing = "webhook.failing";

    /// <summary>A webhook was switched off, since its address said that it is gone: its host as <see cref="NoticeFacts.Address"/>.</summary>
    public const string WebhookGone = "webhook.gone";

    /// <summary>A membership ends soon: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>, <see cref="NoticeFacts.Date"/>.</summary>
    public const string MembershipEnding = "membership.ending";

    /// <summary>A membership has ended by itself: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>, <see cref="NoticeFacts.OrganizationName"/>.</summary>
    public const string MembershipEnded = "membership.ended";

    /// <summary>A membership should have ended and could not: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>.</summary>
    public const string MembershipNotEnded = "membership.not_ended";

    /// <summary>My import of invitations has finished: <see cref="NoticeFacts.Done"/>, <see cref="NoticeFacts.Total"/>, <see cref="NoticeFacts.Page"/>.</summary>
    public const string ImportFinished = "import.finished";

    /// <summary>My import of invitations has stopped before its end: as for <see cref="ImportFinished"/>.</summary>
    public const string ImportStopped = "import.stopped";

    /// <summary>A member asks for a permission: <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>, <see cref="NoticeFacts.Permission"/>.</summary>
    public const string PermissionAsked = "permission.asked";

    /// <summary>An administrator asks me to set up a second factor: <see cref="NoticeFacts.OrganizationName"/>.</summary>
    public const string SecondFactorAsked = "second_factor.asked";

    /// <summary>The same, where it will be required: <see cref="NoticeFacts.OrganizationName"/>, <see cref="NoticeFacts.Date"/>, from when on.</summary>
    public const string SecondFactorDue = "second_factor.due";

    /// <summary>The day had come: the organization requires a second factor now.</summary>
    public const string SecondFactorRequired = "second_factor.required";

    /// <summary>The day had come, and the portal could not switch it on: <see cref="NoticeFacts.Date"/>.</summary>
    public const string SecondFactorNotRequired = "second_factor.not_required";

    /// <summary>A second factor is not required any more: who did that as <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>.</summary>
    public const string SecondFactorLifted = "second_factor.lifted";

    /// <summary>The organization was deleted and can be restored: who did that as <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>, and until when, <see cref="NoticeFacts.Date"/>.</summary>
    public const string OrganizationDeleted = "organization.deleted";

    /// <summary>A deleted organization was restored: who did that as <see cref="NoticeFacts.PersonId"/>, <see cref="NoticeFacts.PersonName"/>.</summary>
    public const string OrganizationRestored = "organization.restored";

    /// <summary>An operator went inside: who as <see cref="NoticeFacts.PersonName"/>, why as <see cref="NoticeFacts.Reason"/>, until when at most as <see cref="NoticeFacts.Date"/>.</summary>
    public const string OperatorEntered = "operator.entered";

    /// <summary>
    /// What concerns the recipient's own way into or out of an organization: shown also to whoever does not belong to it. Everything else is
    /// shown only to members.
    /// </summary>
    public static IReadOnlyList<string> ForOutsiders { get; } = [RequestApproved, RequestDeclined, MembershipEnded];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        InvitationAccepted, InvitationDeclined, InvitationAsked, MemberJoined, RequestMade, RequestApproved, RequestDeclined,
        DomainVerified, DomainLapsing, DomainLapsed,
        MembershipEnding, MembershipEnded, MembershipNotEnded, ImportFinished, ImportStopped, PermissionAsked, MachineSecretEnding,
        SecondFactorAsked, SecondFactorDue, SecondFactorRequired, SecondFactorNotRequired, SecondFactorLifted,
        WebhookFailing, WebhookGone,
        OrganizationDeleted, OrganizationRestored, OperatorEntered,
    ];
}

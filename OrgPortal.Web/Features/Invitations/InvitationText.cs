namespace OrgPortal.Web.Features.Invitations;

/// <summary>The words of inviting and answering, in <c>InvitationText.resx</c> and its translations.</summary>
public sealed class InvitationText;

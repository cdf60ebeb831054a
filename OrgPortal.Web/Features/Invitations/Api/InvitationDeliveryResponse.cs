using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>How invitations get to people.</summary>
internal sealed record InvitationDeliveryResponse(
    [property: Description("Whether they can be mailed; without an e-mail connector in the tenant they are made all the same, and their links handed over by other means.")] bool CanMail);

using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>Invitations to send again, as an import.</summary>
internal sealed record SendAgainRequest(
    [property: Description("The ids of 1 to 10,000 of those that can be sent again.")] IReadOnlyList<string>? InvitationIds);

using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>An invitation that did not get anywhere, and can be sent again.</summary>
internal sealed record SendAgainCandidateResponse(
    [property: Description("The invitation.")] string InvitationId,
    [property: Description("Who is invited.")] string EmailAddress,
    [property: Description("What the roles are called.")] IReadOnlyList<string> Roles,
    [property: Description("It has expired, and a new one takes its place; otherwise its mail did not go out.")] bool HasExpired)
{
    /// <summary>Maps it.</summary>
    public static SendAgainCandidateResponse From(AgainRow row) => new(row.Id.Value, row.Address, row.Roles, row.HasExpired);
}

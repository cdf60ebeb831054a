namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>How many invitations an organization has, by state.</summary>
internal sealed record InvitationCountsResponse(
    int Pending,
    int Expired,
    int Accepted,
    int Revoked,
    int Declined,
    int Total)
{
    /// <summary>Maps it.</summary>
    public static InvitationCountsResponse From(InvitationList list) =>
        new(list.Counts.Pending, list.Counts.Expired, list.Counts.Accepted, list.Counts.Revoked, list.Counts.Declined, list.Counts.Total);
}

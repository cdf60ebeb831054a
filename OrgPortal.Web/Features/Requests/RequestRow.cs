using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>A request, for the organization's administrators.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Name">What that person was called then.</param>
/// <param name="Address">The address then.</param>
/// <param name="Note">What they wrote.</param>
/// <param name="State">What has become of it.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="ExpiresAt">When it ends if nobody answers.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="AnsweredBy">Who answered, by name.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record RequestRow(
    Guid Id,
    UserId Asker,
    string? Name,
    string Address,
    string? Note,
    RequestState State,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    string? AnsweredBy,
    string? Reason)
{
    /// <summary>The name, else the address.</summary>
    public string DisplayName => Name ?? Address;
}

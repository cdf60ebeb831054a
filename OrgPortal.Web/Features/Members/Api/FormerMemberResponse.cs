using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Somebody who belonged to the organization until lately.</summary>
internal sealed record FormerMemberResponse(
    [property: Description("The person's id in Logto.")] string Id,
    [property: Description("What the person was called; null when the account had no name.")] string? Name,
    [property: Description("The primary address then.")] string? EmailAddress,
    [property: Description("The roles then.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("When it ended.")] DateTimeOffset EndedAt,
    [property: Description("removed by somebody, left by themselves, or expired on the day that was set.")] string How,
    [property: Description("What whoever ended it is called.")] string? EndedBy,
    [property: Description("Until when they can be reinstated.")] DateTimeOffset KeptUntil)
{
    /// <summary>Maps it.</summary>
    public static FormerMemberResponse From(FormerMember member) =>
        new(member.Id.Value, member.Name, member.EmailAddress, RoleReference.From(member.Roles), member.EndedAt, member.How, member.EndedBy, member.KeptUntil);
}

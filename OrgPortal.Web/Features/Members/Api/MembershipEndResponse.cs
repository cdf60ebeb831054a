using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>When a membership ends by itself.</summary>
internal sealed record MembershipEndResponse(
    [property: Description("The moment.")] DateTimeOffset EndsAt,
    [property: Description("What whoever set it is called.")] string SetBy)
{
    /// <summary>Maps it.</summary>
    [return: NotNullIfNotNull(nameof(end))]
    public static MembershipEndResponse? From(MembershipEnd? end) => end is null ? null : new(end.At, end.SetBy);
}

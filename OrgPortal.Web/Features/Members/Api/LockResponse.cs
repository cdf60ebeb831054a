using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Why something cannot be done to a member.</summary>
internal sealed record LockResponse(
    [property: Description("The code with which the act would be refused.")] string Code,
    [property: Description("The missing permission for forbidden, else what it is about, such as a role's name; null for nothing.")] string? Subject)
{
    /// <summary>Maps it.</summary>
    [return: NotNullIfNotNull(nameof(found))]
    public static LockResponse? From(MemberLock? found) => found is null ? null : new(found.Code, found.Subject);
}

using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A member of an organization.</summary>
internal sealed record MemberResponse(
    [property: Description("The person's id in Logto.")] string Id,
    [property: Description("What to call the person: name, else user name; null when the account has neither.")] string? Name,
    [property: Description("The primary address; null when there is none.")] string? EmailAddress,
    [property: Description("An avatar, an absolute http(s) address; null when there is none.")] string? PictureUrl,
    [property: Description("By name; may be none.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("Last sign-in anywhere in the tenant; null for never.")] DateTimeOffset? LastSignInAt,
    [property: Description("Whether the account is suspended in the tenant.")] bool IsSuspended,
    [property: Description("Whether this is the person in the token.")] bool IsMe,
    [property: Description("Whether nobody else administers the organization, as far as that was read.")] bool IsLastAdministrator,
    [property: Description("When the membership ends by itself; null when it lasts.")] MembershipEndResponse? End,
    [property: Description("Why the caller could not change the roles, as far as that is known beforehand; the change itself decides.")] LockResponse? RolesLock,
    [property: Description("Why the caller could not remove the member, as far as that is known beforehand; the removal itself decides.")] LockResponse? RemovalLock)
{
    /// <summary>Maps it.</summary>
    public static MemberResponse From(MemberRow row) => new(
        row.Id.Value,
        row.Name,
        row.EmailAddress,
        row.PictureUrl,
        RoleReference.From(row.Roles),
        row.LastSignInAt,
        row.IsSuspended,
        row.IsMe,
        row.IsLastAdministrator,
        MembershipEndResponse.From(row.End),
        LockResponse.From(row.RolesLock),
        LockResponse.From(row.RemovalLock));
}

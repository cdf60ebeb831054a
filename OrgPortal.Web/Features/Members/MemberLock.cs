using OrgPortal.Web.Authorization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Why something cannot be done to a member: a <see cref="Failure"/> that survives the way from the prerendered page to the circuit.</summary>
/// <param name="Code">The failure's code.</param>
/// <param name="Subject">The missing permission for <see cref="Forbidden"/>, else what the words name, such as a role.</param>
public sealed record MemberLock(string Code, string? Subject = null)
{
    private const string MissingPermission = "forbidden";

    /// <summary>Nobody else could administer the organization.</summary>
    public static MemberLock LastAdministrator { get; } = new(RefusalReasons.LastAdministrator);

    /// <summary>The person lacks a permission.</summary>
    public static MemberLock Needs(PermissionKey permission) => new(MissingPermission, permission.Value);

    /// <summary>The permission that is missing, when that is why.</summary>
    internal PermissionKey? MissingKey => Code == MissingPermission && Subject is { } key ? new PermissionKey(key) : null;

    /// <summary>The reason as it travels; <see langword="null"/> for none.</summary>
    public static MemberLock? Of(Failure? refused) => refused switch
    {
        null => null,
        Forbidden forbidden => new MemberLock(MissingPermission, forbidden.Permission),
        Refused { Subject: { } subject } named => new MemberLock(named.Code, subject),
        _ => new MemberLock(refused.Code),
    };

    /// <summary>The reason, for its words.</summary>
    public Failure ToFailure() => Code == MissingPermission ? new Forbidden(Subject ?? string.Empty) : new Refused(Code, Subject);
}

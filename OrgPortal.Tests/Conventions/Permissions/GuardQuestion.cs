using OrgPortal.Web.Authorization;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>One question to the guard.</summary>
/// <param name="Method">The method that was called.</param>
/// <param name="Permission">The permission asked for, if one was named.</param>
internal sealed record GuardQuestion(string Method, PermissionKey? Permission)
{
    /// <summary>Whether the answer may be 15 seconds old.</summary>
    public bool IsRead => Method.StartsWith("DenyRead", StringComparison.Ordinal);

    /// <summary>Whether it is about an organization.</summary>
    public bool IsOnAnOrganization => Permission is not null || Method.Contains("Member", StringComparison.Ordinal);

    /// <summary>In the table's words.</summary>
    public override string ToString() => Method switch
    {
        nameof(IOrganizationGuard.DenyUnlessSignedInAsync) => "a session",
        nameof(IOrganizationGuard.DenyUnlessActiveAsync) or nameof(IOrganizationGuard.FindActiveAsync) => "an active account",
        nameof(IOperatorGuard.DenyUnlessOperatorAsync) => "an operator (now)",
        nameof(IReauthentication.DenyUnlessRecentAsync) => "a sign-in of the last 10 minutes",
        _ when Permission is { } permission => $"`{permission}` ({(IsRead ? "15 s" : "now")})",
        _ when Method.Contains("Member", StringComparison.Ordinal) => $"membership ({(IsRead ? "15 s" : "now")})",
        _ => Method,
    };
}

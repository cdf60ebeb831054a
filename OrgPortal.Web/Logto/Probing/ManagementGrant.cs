namespace OrgPortal.Web.Logto.Probing;

/// <summary>What the machine application is given when it asks for access to the Management API.</summary>
/// <param name="Error">Why it is given nothing, as OAuth calls it: <c>invalid_client</c> for an unknown id or a wrong secret, <c>invalid_target</c> for an unknown resource. Nothing when it is given a token.</param>
/// <param name="Scopes">What the token allows; empty when the application lacks the role.</param>
public sealed record ManagementGrant(string? Error, IReadOnlyList<string> Scopes)
{
    /// <summary>The one permission of the Management API.</summary>
    public const string Everything = "all";
}

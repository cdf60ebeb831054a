namespace OrgPortal.Web.Logto.Models;

/// <summary>A connector, one item of <c>GET /api/connectors</c>. Holds only what the portal decides by; Logto sends its secrets along.</summary>
/// <param name="Type"><c>Email</c>, <c>Sms</c> or <c>Social</c>. A tenant has at most one for mail.</param>
public sealed record Connector(string Type)
{
    /// <summary>The type of the one that mails.</summary>
    public const string Email = "Email";
}

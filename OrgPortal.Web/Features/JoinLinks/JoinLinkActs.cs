using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Acts on links to join by, as they go on record.</summary>
internal static class JoinLinkActs
{
    private const string Kind = "join_link";

    /// <summary>An act on a link, or on one that is about to be made.</summary>
    public static AuditAct Of(string action, JoinLink link, object? before = null, object? after = null) =>
        new(action, link.Organization(), Kind, link.Id.ToString("N"), link.Name, before, after);

    /// <summary>What a link is like.</summary>
    /// <param name="link">The link.</param>
    /// <param name="roles">What its roles are called.</param>
    /// <param name="name">What it is called, where that may have changed.</param>
    public static object Describe(JoinLink link, IReadOnlyList<string> roles, string? name = null) =>
        new { name, roles, domains = link.Domains.Length == 0 ? null : link.AllowedDomains().Select(domain => domain.Value), maxUses = link.MaxUses, expiresAt = link.ExpiresAt };
}

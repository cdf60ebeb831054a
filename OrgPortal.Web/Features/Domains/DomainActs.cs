using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Acts on domains, as they go on record.</summary>
internal static class DomainActs
{
    private const string Kind = "domain";

    /// <summary>An act on a domain, with its state before where there is one.</summary>
    public static AuditAct Of(string action, OrganizationId organization, DomainName domain, object? before = null, object? after = null) =>
        new(action, organization, Kind, domain.Value, domain.Readable, before, after);

    /// <summary>What of a domain matters to whoever reads the record.</summary>
    public static object StateOf(OrganizationDomain row) => new { verified = row.VerifiedAt is not null, enrolment = row.Enrolment };
}

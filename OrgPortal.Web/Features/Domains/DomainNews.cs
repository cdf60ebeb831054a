using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Tells administrators what became of a domain without their doing.</summary>
internal sealed class DomainNews(DomainStore store, INotices notices)
{
    private const string Page = "settings/domains";

    /// <summary>Compares the domain with what it was before the portal looked.</summary>
    public async Task TellAsync(OrganizationId organization, DomainName domain, OrganizationDomain before)
    {
        var found = await store.FindAsync(organization, domain);
        if (found.IsFailure)
        {
            return;
        }

        var now = found.Value;
        var kind = (before, now) switch
        {
            ({ VerifiedAt: null }, { VerifiedAt: not null }) => NoticeKinds.DomainVerified,
            ({ VerifiedAt: not null }, { VerifiedAt: null }) => NoticeKinds.DomainLapsed,
            ({ MissingSince: null }, { MissingSince: not null }) => NoticeKinds.DomainLapsing,
            _ => null,
        };
        if (kind is not null)
        {
            await notices.TellAdministratorsAsync(new Notice(kind, organization, new NoticeFacts { Address = domain.Readable, Date = now.MissingSince + DomainStates.Grace, Page = Page })
            {
                Once = $"{kind}:{now.CheckedAt?.ToUnixTimeSeconds()}:{domain}",
            });
        }
    }
}

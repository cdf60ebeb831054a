using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class EmailTemplatesClient(LogtoConnection logto) : IEmailTemplatesClient
{
    public Task<IReadOnlyList<EmailTemplate>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.EmailTemplates, LogtoJson.Default.IReadOnlyListEmailTemplate, cancellationToken);
}

using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class EmailTemplatesClient(LogtoConnection logto) : IEmailTemplatesClient
{
    public Task<IReadOnlyList<EmailTemplate>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.EmailTemplates, LogtoJson.Default.IReadOnlyListEmailTemplate, cancellationToken);

    public Task PutAsync(IReadOnlyList<NewEmailTemplate> templates) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.EmailTemplates, Json(new TemplatesBody(templates), LogtoJson.Default.TemplatesBody));

    public Task DeleteAsync(string id) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.EmailTemplate(id));
}

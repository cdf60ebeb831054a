using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>
/// The tenant's own texts of mails, by kind and language. Logto looks here first, for the kind in the person's language, then in the fallback
/// language, and only then into the connector's settings.
/// </summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IEmailTemplatesClient
{
    /// <summary><c>GET /email-templates</c>: all of them.</summary>
    Task<IReadOnlyList<EmailTemplate>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>PUT /email-templates</c>: puts these in, each in the place of one of the same kind and language. Others stay.</summary>
    Task PutAsync(IReadOnlyList<NewEmailTemplate> templates);

    /// <summary><c>DELETE /email-templates/{id}</c>; 404 <c>entity.not_found</c>.</summary>
    Task DeleteAsync(string id);
}

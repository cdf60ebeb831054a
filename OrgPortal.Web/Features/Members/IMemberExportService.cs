using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The members as a file.</summary>
public interface IMemberExportService
{
    /// <summary>
    /// The members that a search and a role find, whatever their number: read page by page while it is written, with roles, last sign-in, when they joined as far as
    /// the portal knows, and when the membership ends. Asks for <c>members.read</c> and a sign-in of the last ten minutes, since it takes everybody's address along.
    /// </summary>
    /// <returns><see cref="ReauthenticationRequired"/>; <see cref="Unavailable"/> when it cannot be put on record.</returns>
    Task<Result<MemberExport>> ExportAsync(OrganizationId organization, MemberQuery query, MemberExportFormat format, CancellationToken cancellationToken = default);
}

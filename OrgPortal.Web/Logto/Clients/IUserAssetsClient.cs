using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Files that a tenant keeps for its pages, where it has storage.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IUserAssetsClient
{
    /// <summary><c>GET /user-assets/service-status</c>. Changes rarely: kept for a minute.</summary>
    Task<StorageStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /user-assets</c>, a form with one file; 400 <c>storage.not_configured</c> where there is no storage. Sent once: a second try would be a second file.</summary>
    /// <param name="content">At most 20 MB.</param>
    /// <param name="type">Its media type, such as <c>image/png</c>.</param>
    /// <param name="name">What the file is called.</param>
    Task<UserAsset> UploadAsync(byte[] content, string type, string name);
}

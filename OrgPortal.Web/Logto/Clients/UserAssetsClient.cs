using System.Net.Http.Headers;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class UserAssetsClient(LogtoConnection logto, TimeProvider time) : IUserAssetsClient
{
    private readonly RecentValue<StorageStatus> _status = new(
        () => logto.GetAsync(LogtoRoutes.StorageStatus, LogtoJson.Default.StorageStatus, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<StorageStatus> GetStatusAsync(CancellationToken cancellationToken = default) => _status.GetAsync(cancellationToken);

    public async Task<UserAsset> UploadAsync(byte[] content, string type, string name)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await logto.SendAsync(HttpMethod.Post, LogtoRoutes.UserAssets, form, LogtoJson.Default.UserAsset);
    }
}

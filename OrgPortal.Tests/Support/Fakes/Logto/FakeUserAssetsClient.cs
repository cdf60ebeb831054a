using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeUserAssetsClient(FakeLogto logto) : IUserAssetsClient
{
    public Task<StorageStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IUserAssetsClient), nameof(GetStatusAsync), _ => new StorageStatus(logto.HasStorage ? "ready" : "not_configured"), cancellationToken);

    public Task<UserAsset> UploadAsync(byte[] content, string type, string name) => logto.Calls.RunAsync(logto, nameof(IUserAssetsClient), nameof(UploadAsync), _ =>
    {
        logto.Uploads.Add((content, type, name));
        return new UserAsset($"https://storage.example/{logto.Uploads.Count}/{name}");
    });
}

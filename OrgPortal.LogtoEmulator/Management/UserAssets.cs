using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Uploads: without a storage provider, as a self-hosted Logto is when new, or with one that keeps sizes and types and no bytes.</summary>
internal static class UserAssets
{
    private const int LargestFile = 20 * 1024 * 1024;

    private static readonly string[] Types =
        ["image/jpeg", "image/png", "image/gif", "image/vnd.microsoft.icon", "image/x-icon", "image/svg+xml", "image/tiff", "image/webp", "image/bmp", "application/zip"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/user-assets/service-status", call => Answer.Ok(call.State.Read(tables => tables.HasStorage)
            ? new { status = "ready", allowUploadMimeTypes = Types, maxUploadFileSize = LargestFile }
            : new { status = "not_configured" }));
        routes.PostAsync("/user-assets", UploadAsync);
    }

    private static async Task<Answer> UploadAsync(Call call)
    {
        var form = call.Context.Request.HasFormContentType ? await call.Context.Request.ReadFormAsync(call.Context.RequestAborted) : null;
        if (!call.State.Read(tables => tables.HasStorage))
        {
            throw new LogtoRefusalException(400, "storage.not_configured", "Storage provider is not configured.");
        }

        if (form?.Files.GetFile("file") is not { } file)
        {
            throw new LogtoRefusalException(400, "guard.invalid_input", "The request body is invalid.");
        }

        if (file.Length > LargestFile)
        {
            throw new LogtoRefusalException(400, "guard.file_size_exceeded", "File size exceeded.");
        }

        if (!Types.Contains(file.ContentType))
        {
            throw new LogtoRefusalException(400, "guard.mime_type_not_allowed", "Mime type is not allowed.");
        }

        return Answer.Ok(call.State.Write(tables =>
        {
            var asset = tables.StoredAssets.Put(new StoredAsset(LogtoIds.Standard(), file.ContentType, file.Length));
            return new { url = $"https://storage.logto.test/{asset.Id}/{file.FileName}" };
        }));
    }
}

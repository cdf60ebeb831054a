using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Logos that people upload, where the tenant has storage. Whoever calls has checked the permission.</summary>
internal sealed class LogoUpload(OrganizationChanges changes, IUserAssetsClient assets, ILogoEncoder encoder)
{
    /// <summary>2 MB.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    private const string Field = "file";

    /// <summary>Whether the tenant has storage. Remembered for a minute.</summary>
    public async Task<Result<bool>> IsPossibleAsync(CancellationToken cancellationToken)
    {
        var status = await assets.GetStatusAsync(cancellationToken).ToResultAsync();
        return status.IsFailure ? status.Failure : status.Value.IsReady;
    }

    /// <summary>
    /// Uploads a picture of the portal's own making and sets it as the logo. Uploading comes first and changes nothing by itself: a file without anybody who refers to it, should the
    /// rest fail.
    /// </summary>
    public async Task<Result> RunAsync(OrganizationId organization, Stream file, bool isDark)
    {
        var possible = await IsPossibleAsync(CancellationToken.None);
        if (possible.IsFailure || !possible.Value)
        {
            return possible.Failure ?? new Refused(RefusalReasons.StorageNotConfigured);
        }

        if (await file.ReadAtMostAsync(LargestFile) is not { } bytes)
        {
            return new Invalid(Field, "too_large");
        }

        if (bytes.Length == 0)
        {
            return new Invalid(Field, "empty");
        }

        if (await encoder.EncodeAsync(bytes) is not { } logo)
        {
            return new Invalid(Field, "unreadable");
        }

        // The name is nobody's: what a file was called at home is not told to everybody.
        var uploaded = await assets.UploadAsync(logo, "image/png", "logo.png").ToResultAsync(Explain);
        return uploaded.IsFailure ? uploaded.Failure : await changes.SetLogoAsync(organization, uploaded.Value.Url, isDark);
    }

    private static Refused? Explain(string code) => code == "storage.not_configured" ? new Refused(RefusalReasons.StorageNotConfigured) : null;
}

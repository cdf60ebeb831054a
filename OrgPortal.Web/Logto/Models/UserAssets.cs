namespace OrgPortal.Web.Logto.Models;

/// <summary>Whether the tenant can keep files, as <c>GET /api/user-assets/service-status</c> answers it.</summary>
/// <param name="Status"><c>ready</c>, or <c>not_configured</c>: a self-hosted Logto has no storage until its operator gives it one.</param>
public sealed record StorageStatus(string Status)
{
    /// <summary>Whether files can be uploaded.</summary>
    public bool IsReady => Status == "ready";
}

/// <summary>A file that was uploaded.</summary>
/// <param name="Url">Where everybody finds it.</param>
public sealed record UserAsset(string Url);

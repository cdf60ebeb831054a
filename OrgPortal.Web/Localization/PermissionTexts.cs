using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Localization;

/// <summary>Permissions in words.</summary>
internal sealed class PermissionTexts(IStringLocalizer<PermissionText> texts)
{
    /// <summary>What the permission is called ("Invite people").</summary>
    public string NameOf(PermissionKey permission) => texts[permission.Value];

    /// <summary>Why somebody without the permission may not do something, and who can help.</summary>
    public string ReasonFor(PermissionKey permission) => texts["Reason", NameOf(permission)];
}

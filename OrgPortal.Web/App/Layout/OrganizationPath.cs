using OrgPortal.Web.Logto;

namespace OrgPortal.Web.App.Layout;

/// <summary>Reads the organization out of a path.</summary>
internal static class OrganizationPath
{
    private const string Reserved = "new";

    /// <summary>The organization of <c>organizations/{id}/…</c>; <see langword="null"/> for every other path.</summary>
    public static OrganizationId? Find(string relativePath) =>
        relativePath.Split('?', '#')[0].Split('/') is ["organizations", var id, ..] && id != Reserved && OrganizationId.TryParse(id, null, out var organization)
            ? organization
            : null;
}

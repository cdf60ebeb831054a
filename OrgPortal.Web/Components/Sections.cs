namespace OrgPortal.Web.Components;

/// <summary>Places in the shell that a page fills.</summary>
public static class Sections
{
    /// <summary>The breadcrumb in the top bar: list items.</summary>
    public const string Breadcrumb = "breadcrumb";

    /// <summary>The small print at the foot of a public page.</summary>
    public const string PublicFoot = "public-foot";
}

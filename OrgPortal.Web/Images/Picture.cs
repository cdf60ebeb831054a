namespace OrgPortal.Web.Images;

/// <summary>A picture that the portal made itself.</summary>
/// <param name="Content">WebP.</param>
/// <param name="Tag">A strong entity tag with its quotes.</param>
internal sealed record Picture(byte[] Content, string Tag);

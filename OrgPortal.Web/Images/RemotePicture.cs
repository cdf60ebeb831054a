using OrgPortal.Web.Components;

namespace OrgPortal.Web.Images;

/// <summary>A picture on somebody else's host, and what is to be made of it.</summary>
/// <param name="Url">Absolute; <see cref="PictureAddress"/> let it pass.</param>
/// <param name="Shape">What is made of it.</param>
internal sealed record RemotePicture(Uri Url, ImageShape Shape);

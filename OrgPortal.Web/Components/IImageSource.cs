namespace OrgPortal.Web.Components;

/// <summary>Where the kit gets pictures from that stand on other people's hosts: browsers load nothing from there.</summary>
public interface IImageSource
{
    /// <summary>The portal's own address of a remote picture; <see langword="null"/> where there is none or it is none that may be fetched.</summary>
    /// <param name="url">Where the picture stands: any text.</param>
    /// <param name="shape">What is made of it.</param>
    /// <param name="isPublic">Whether people who are not signed in see it too.</param>
    string? PathOf(string? url, ImageShape shape, bool isPublic = false);

    /// <summary>Whether there is a picture at the address that can be shown: asks for it, and keeps it for whoever looks next.</summary>
    Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default);
}

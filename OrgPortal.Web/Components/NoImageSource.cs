namespace OrgPortal.Web.Components;

/// <summary>No pictures: initials everywhere.</summary>
internal sealed class NoImageSource : IImageSource
{
    public string? PathOf(string? url, ImageShape shape, bool isPublic = false) => null;

    public Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default) => Task.FromResult(true);
}

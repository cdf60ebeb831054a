namespace OrgPortal.Web.Components;

/// <summary>A part of a page with a URL of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its URL.</param>
/// <param name="Count">How many it holds, when that is known.</param>
/// <param name="Attention">Whether the count asks for action.</param>
public sealed record Tab(string Name, string Href, long? Count = null, bool Attention = false)
{
    /// <summary>Whether the count is on its way: its place is kept, so that nothing moves when it comes.</summary>
    public bool IsCounting { get; init; }
}

namespace OrgPortal.Web.Authentication;

/// <summary>Where the acting person's connection comes from, for the record.</summary>
public interface IRequestOrigin
{
    /// <summary>The client's address as text; <see langword="null"/> when not known, as in background work.</summary>
    string? IpAddress { get; }
}

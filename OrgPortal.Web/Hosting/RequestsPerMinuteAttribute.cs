namespace OrgPortal.Web.Hosting;

/// <summary>How often one network may ask for what this endpoint gives, in a minute.</summary>
/// <param name="count">At least one.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequestsPerMinuteAttribute(int count) : Attribute
{
    /// <summary>How often.</summary>
    public int Count { get; } = count;
}

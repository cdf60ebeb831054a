namespace OrgPortal.Tests.EndToEnd;

/// <summary>A theory seen in a real browser, skipped as a <see cref="BrowserFactAttribute"/> is.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}

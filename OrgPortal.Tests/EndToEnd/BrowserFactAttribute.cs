namespace OrgPortal.Tests.EndToEnd;

/// <summary>A fact seen in a real browser. Skipped with a reason where there is none, except in continuous integration, where it fails.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip = "No Chromium or Chrome was found. Install one, or name it in ORGPORTAL_CHROMIUM.";
        }
    }
}

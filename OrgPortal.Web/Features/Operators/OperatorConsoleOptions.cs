namespace OrgPortal.Web.Features.Operators;

/// <summary>What the operators' console does by itself, and how gently. Section <c>Portal:Operators</c>, as who is an operator.</summary>
public sealed class OperatorConsoleOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Operators";

    /// <summary>Whether the tenant is surveyed by itself: <c>Off</c>, or <c>Nightly</c>. A text, so that a wrong one is answered with a remedy.</summary>
    public string Survey { get; set; } = nameof(SurveyRhythm.Off);

    /// <summary><see cref="Survey"/>, read. Off while it cannot be.</summary>
    public SurveyRhythm Rhythm => Enum.TryParse<SurveyRhythm>(Survey, ignoreCase: true, out var rhythm) ? rhythm : SurveyRhythm.Off;

    /// <summary>How many calls of Logto's Management API a survey makes in a second, at most: 1 to 100.</summary>
    public int SurveyCallsPerSecond { get; set; } = 5;

    /// <summary>The provisioning file that the tenant is compared with; left out, there is none.</summary>
    public string? TenantFile { get; set; }
}

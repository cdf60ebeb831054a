namespace OrgPortal.Web.Features.Operators;

/// <summary>When the tenant is surveyed without anybody asking.</summary>
public enum SurveyRhythm
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>Every night, by the clock of the server.</summary>
    Nightly,
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The survey: a walk through all organizations of the tenant that finds what operators should see to. For operators; changes nothing in Logto.</summary>
public interface ISurveyService
{
    /// <summary>The survey that is under way, or the last one; <see langword="null"/> when there was none.</summary>
    Task<Result<SurveyProgress?>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins one. <see cref="RefusalReasons.SurveyUnderWay"/> while one is.</summary>
    Task<Result> StartAsync();

    /// <summary>Lets it rest where it is. <see cref="RefusalReasons.SurveyNotThere"/> when none runs.</summary>
    Task<Result> PauseAsync();

    /// <summary>Lets it go on. <see cref="RefusalReasons.SurveyNotThere"/> when none is paused.</summary>
    Task<Result> ResumeAsync();

    /// <summary>Ends it where it is; what it has found stays. <see cref="RefusalReasons.SurveyNotThere"/> when there is none.</summary>
    Task<Result> CancelAsync();
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Suspends creating organizations for everybody, for operators. Survives restarts, and counts on every node at once.</summary>
public interface ICreationSwitchService
{
    /// <summary>The most characters of the sentence that people are told.</summary>
    const int LongestSentence = 280;

    /// <summary>How it stands.</summary>
    Task<Result<CreationStanding>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>From now on nobody creates organizations. Again, it changes the sentence.</summary>
    /// <param name="sentence">What people are told, on one line; nothing for the portal's own words. <see cref="Invalid"/> (<c>sentence</c>: <c>too_long</c> above 280 characters, <c>control_characters</c>).</param>
    Task<Result> SuspendAsync(string? sentence);

    /// <summary>Organizations can be created again, as far as the settings let.</summary>
    Task<Result> ResumeAsync();
}

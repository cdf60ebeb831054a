using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

/// <summary>One part of an overview. One that could not be read does not take the others away.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="Value">What was read; <see langword="null"/> when it is not for this person, there is none, or it could not be read.</param>
/// <param name="IsFailed">Whether it could not be read.</param>
public sealed record OverviewPart<T>(T? Value, bool IsFailed)
    where T : class
{
    /// <summary>What a service answered, as a part.</summary>
    internal static OverviewPart<T> Of(Result<T> answer) =>
        answer.IsFailure ? new OverviewPart<T>(null, answer.Failure is not Forbidden) : new OverviewPart<T>(answer.Value, false);
}

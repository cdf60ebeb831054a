using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Problems;

/// <summary>A failure, as what an endpoint returns.</summary>
internal sealed class ProblemResult(Failure failure) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ApiProblems.AnswerAsync(httpContext, failure);
}

using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Api;

/// <summary>What a service answered, as what an endpoint answers.</summary>
internal static class ResultExtensions
{
    /// <summary>The problem.</summary>
    public static IResult ToHttp(this Failure failure) => new ProblemResult(failure);

    /// <summary>204, or the problem.</summary>
    public static IResult ToHttp(this Result result) => result.IsFailure ? result.Failure.ToHttp() : HttpResults.NoContent();

    /// <summary>200 with the value as the API shows it, or the problem.</summary>
    public static IResult ToHttp<T, TResponse>(this Result<T> result, Func<T, TResponse> map) =>
        result.IsFailure ? result.Failure.ToHttp() : new ShownResult<TResponse>(map(result.Value));

    /// <summary>200 with the value and its <c>ETag</c>, or 304 for whoever has it already, or the problem.</summary>
    public static IResult ToTagged<T, TResponse>(this Result<T> result, Func<T, TResponse> map) =>
        result.IsFailure ? result.Failure.ToHttp() : new TaggedResult<TResponse>(map(result.Value));

    /// <summary>201 with the value and where it is, or the problem.</summary>
    /// <param name="result">What the service answered.</param>
    /// <param name="map">The value as the API shows it.</param>
    /// <param name="location">Its address below <c>/api/v1</c>, such as <c>/organizations/x</c>.</param>
    public static IResult ToCreated<T, TResponse>(this Result<T> result, Func<T, TResponse> map, Func<T, string> location) =>
        result.IsFailure ? result.Failure.ToHttp() : HttpResults.Created(ApiPaths.Version1 + location(result.Value), map(result.Value));

    /// <summary>202 with the value as the API shows it, or the problem: for what goes on after the answer.</summary>
    public static IResult ToAccepted<T, TResponse>(this Result<T> result, Func<T, TResponse> map, Func<T, string> location) =>
        result.IsFailure ? result.Failure.ToHttp() : HttpResults.Accepted(ApiPaths.Version1 + location(result.Value), map(result.Value));

    /// <summary>A page that Logto or the store made, with its links, or the problem.</summary>
    public static IResult ToPage<T, TResponse>(this Result<Page<T>> result, Func<T, TResponse> map) =>
        result.IsFailure ? result.Failure.ToHttp() : new PageResult<T, TResponse>(result.Value, map);

    /// <summary>A page of a list that the service answers whole, with its links, or the problem.</summary>
    public static IResult ToPage<T, TResponse>(this Result<IReadOnlyList<T>> result, PageRequest request, Func<T, TResponse> map) =>
        result.IsFailure
            ? result.Failure.ToHttp()
            : new PageResult<T, TResponse>(new Page<T>([.. result.Value.Skip((int)Math.Min(int.MaxValue, (request.Number - 1L) * request.Size)).Take(request.Size)], request, result.Value.Count), map);
}

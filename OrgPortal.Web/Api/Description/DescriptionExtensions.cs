using OrgPortal.Web.Api.Problems;

namespace OrgPortal.Web.Api.Description;

/// <summary>How an address says what it does, for the description of the API.</summary>
internal static class DescriptionExtensions
{
    /// <summary>What it is called and what it does.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">The operation's id, in camelCase; unique.</param>
    /// <param name="tag">The feature.</param>
    /// <param name="summary">A few words.</param>
    /// <param name="description">Which token it takes if not an organization's, what it needs, what it does.</param>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string tag, string summary, string description) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary).WithDescription(description);

    /// <summary>What it answers when all went well.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status);

    /// <summary>It answers without a body when all went well.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces(status);

    /// <summary>Which problems it has beside those that every address has (401, 403, 429, 503, and 404 in an organization).</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ApiProblem>(status, ApiProblem.ContentType);
        }

        return endpoint;
    }

    /// <summary>What a request and its answer look like.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder endpoint, object? request = null, object? response = null) =>
        endpoint.WithMetadata(new ApiExample(request, response));
}

using System.Reflection;
using Microsoft.Net.Http.Headers;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api;

/// <summary>
/// What a change was made of: the header <c>If-Match</c>. An endpoint takes it as a parameter, asks it about what is there now, and hands the same to
/// the service as what is expected, which compares once more under the organization's lock. So between the question and the change nothing slips in.
/// </summary>
internal sealed class IfMatch
{
    private readonly IList<EntityTagHeaderValue>? _tags;

    private IfMatch(IList<EntityTagHeaderValue>? tags) => _tags = tags;

    /// <summary>Called by the framework.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(new IfMatch(EntityTagHeaderValue.TryParseList([.. context.Request.Headers.IfMatch.OfType<string>()], out var tags) ? tags : null));
    }

    /// <summary>
    /// <see langword="null"/> when the request was made of what is shown now, or of whatever is there (<c>*</c>); 428 when it does not say, 412 when it was made of something else.
    /// </summary>
    public Failure? RefuseUnless<T>(T shown)
    {
        if (_tags is not { Count: > 0 })
        {
            return ApiFailure.PreconditionRequired;
        }

        var tag = EntityTag.Of(shown);
        return _tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || (!one.IsWeak && one.Tag == tag)) ? null : ApiFailure.PreconditionFailed;
    }

    /// <summary>Whether it names a state, rather than whatever is there.</summary>
    public bool NamesOne => _tags is not null && !_tags.Contains(EntityTagHeaderValue.Any);
}

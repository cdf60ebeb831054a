using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>A route of the Management API: called with an authorized call whose body has been read.</summary>
/// <remarks>
/// <c>Method</c> stands in capitals; <c>GET</c> answers <c>HEAD</c> too. <c>Pattern</c> is what comes after <c>/api</c>,
/// with parameters in braces: <c>/organizations/{id}</c>.
/// </remarks>
internal sealed record ManagementRoute(
    string Method, string Pattern, Func<Call, Task<Answer>> Handle, bool IsAnonymous = false)
{
    private readonly string[] _steps = Pattern.Split('/');

    /// <summary>The pattern as webhooks tell it: <c>/organizations/:id</c>.</summary>
    public string MatchedRoute =>
        Pattern.Replace("{", ":", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    /// <summary>Whether a path below <c>/api</c> has this route's form.</summary>
    public bool Fits(string path)
    {
        var steps = path.TrimEnd('/').Split('/');
        return steps.Length == _steps.Length && _steps.Zip(steps).All(pair =>
            pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}

namespace OrgPortal.Web.Logto;

/// <summary>A path of the Management API below <c>/api/</c>.</summary>
/// <param name="Template">For telemetry and messages: with placeholders, never an identifier.</param>
/// <param name="Path">What is called.</param>
internal readonly record struct LogtoRoute(string Template, string Path)
{
    public static implicit operator LogtoRoute(string path) => new(path, path);

    /// <summary>The same with a query.</summary>
    public LogtoRoute WithQuery(params IEnumerable<(string Name, string? Value)> query)
    {
        var text = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
        return text.Length == 0 ? this : this with { Path = $"{Path}?{text}" };
    }
}

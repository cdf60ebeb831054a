namespace OrgPortal.Tests.Conformance;

/// <summary>
/// The cookies of a browser, sent back as they came. Logto keeps JSON in one of them, and a <c>CookieContainer</c> takes its commas for
/// the beginning of another cookie.
/// </summary>
internal sealed class ContractCookies(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Dictionary<string, string> _values = [];

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_values.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _values.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            Keep(line);
        }

        return response;
    }

    /// <summary>An empty value is how both Logtos take a cookie away. Paths are not looked at: there is one origin, and names differ.</summary>
    private void Keep(string line)
    {
        var pair = line.Split(';')[0];
        var (name, value) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
        if (value.Length == 0)
        {
            _values.Remove(name);
        }
        else
        {
            _values[name] = value;
        }
    }
}

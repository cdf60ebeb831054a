namespace OrgPortal.Web.Logto.Connection;

/// <summary>The header <c>Retry-After</c>, which holds seconds or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait from now on; zero for a date gone by; nothing without the header or the answer.</summary>
    public static TimeSpan? Read(HttpResponseMessage? response, TimeProvider time)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

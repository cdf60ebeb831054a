namespace OrgPortal.Tests.Conformance;

/// <summary>Says whether the contract runs on a real Logto, and why not.</summary>
public sealed class LogtoFactTests
{
    [LogtoFact]
    public async Task The_real_Logto_is_one()
    {
        using var client = new HttpClient();
        var discovery = await client.GetStringAsync(new Uri(LogtoUnderTest.Endpoint!, "/oidc/.well-known/openid-configuration"));

        Assert.Contains("urn:logto:scope:organizations", discovery, StringComparison.Ordinal);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class LogtoFactAttribute : FactAttribute
    {
        public LogtoFactAttribute()
        {
            if (!LogtoUnderTest.IsConfigured)
            {
                Skip = "The contract ran on the emulator only. For a real Logto set ORGPORTAL_LOGTO_ENDPOINT, ORGPORTAL_LOGTO_APP_ID and "
                    + "ORGPORTAL_LOGTO_APP_SECRET (a machine-to-machine application with access to the Management API).";
            }
        }
    }
}

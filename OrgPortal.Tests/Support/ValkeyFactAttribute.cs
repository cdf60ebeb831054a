namespace OrgPortal.Tests.Support;

/// <summary>A fact that needs a Valkey or Redis. Skipped with a reason where there is none, except in continuous integration, where it fails.</summary>
public sealed class ValkeyFactAttribute : FactAttribute
{
    public ValkeyFactAttribute()
    {
        if (ValkeyServer.Program is null && Environment.GetEnvironmentVariable("CI") is not ("true" or "1"))
        {
            Skip = "No valkey-server or redis-server was found. Install one.";
        }
    }
}

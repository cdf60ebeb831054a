namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>A connector as the fake tenant keeps it, with its secret.</summary>
public sealed class FakeSsoConnector(string id, string provider, string name)
{
    public string Id => id;

    public string Provider => provider;

    public string Name { get; set; } = name;

    public List<string> Domains { get; set; } = [];

    public string? Issuer { get; set; }

    public string? ClientId { get; set; }

    public string? Secret { get; set; }

    public string? EntityId { get; set; }

    public string? SignInEndpoint { get; set; }
}

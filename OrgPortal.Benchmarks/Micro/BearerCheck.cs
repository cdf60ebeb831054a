using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Logto;

namespace OrgPortal.Benchmarks.Micro;

/// <summary>What it costs to know whose an access token is: verified anew each time, as the framework's handler does, and remembered.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class BearerCheck
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private EmulatorHost _logto = null!;
    private ServiceProvider _services = null!;
    private BearerTokens _tokens = null!;
    private TokenValidationParameters _parameters = null!;
    private string _token = string.Empty;

    /// <summary>Starts the emulator, which signs the token.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _logto = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var now = DateTimeOffset.UtcNow;
        _token = _logto.Services.GetRequiredService<SigningKey>().Sign("at+jwt", new JsonObject
        {
            ["jti"] = "1", ["sub"] = "adaadaadaada", ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(), ["scope"] = "read:member invite:member manage:member",
            ["client_id"] = EmulatorOptions.BrowserClientId, ["iss"] = _logto.Address + "oidc", ["aud"] = EmulatorOptions.ApiResource,
        });
        var options = new ApiOptions { Resource = EmulatorOptions.ApiResource };
        options.Clients.Add(EmulatorOptions.BrowserClientId);
        var keys = new SigningKeys(_services.GetRequiredService<IHttpClientFactory>(), Options.Create(new LogtoOptions { Endpoint = _logto.Address }), TimeProvider.System, NullLogger<SigningKeys>.Instance);
        _tokens = new BearerTokens(keys, Options.Create(options), TimeProvider.System);
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(_logto.Address + "oidc/.well-known/openid-configuration", new HttpDocumentRetriever { RequireHttps = false }, CancellationToken.None);
        _parameters = new TokenValidationParameters { ValidIssuer = configuration.Issuer, ValidAudience = EmulatorOptions.ApiResource, IssuerSigningKeys = configuration.SigningKeys, ValidTypes = ["at+jwt"] };
        if ((await _tokens.ReadAsync(_token)).Token is null || !(await _handler.ValidateTokenAsync(_token, _parameters)).IsValid)
        {
            throw new InvalidOperationException("The token is not taken.");
        }
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        _tokens.Dispose();
        await _services.DisposeAsync();
        await _logto.DisposeAsync();
    }

    /// <summary>As the framework's handler does it.</summary>
    [Benchmark(Baseline = true)]
    public Task<TokenValidationResult> Verified() => _handler.ValidateTokenAsync(_token, _parameters);

    /// <summary>As the portal does it from the second request on.</summary>
    [Benchmark]
    public async Task<bool> Remembered() => (await _tokens.ReadAsync(_token)).Token is not null;
}

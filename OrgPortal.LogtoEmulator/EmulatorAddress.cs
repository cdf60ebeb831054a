using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OrgPortal.LogtoEmulator;

/// <summary>Where the emulator can be reached. With port 0 this is known once the server has started.</summary>
internal sealed class EmulatorAddress(EmulatorOptions options, IServer server)
{
    private string? _base;

    /// <summary>The endpoint as Logto calls it: scheme, host and port, without a slash at the end.</summary>
    public string Base => _base ??= options.Url.Port > 0 ? Origin(options.Url) : Origin(Bound());

    /// <summary>The issuer of all tokens.</summary>
    public string Issuer => Base + "/oidc";

    /// <summary>The absolute address of a path that starts with a slash.</summary>
    public string Of(string path) => Base + path;

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private Uri Bound()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return bound is not null && new Uri(bound) is { Port: > 0 } url
            ? url
            : throw new InvalidOperationException("The emulator's address is known only after it has started.");
    }
}

using System.Text;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Finds out which application calls, by HTTP Basic, by the form's fields, or (public clients) by its id alone.</summary>
internal sealed class ClientAuthentication(LogtoState state)
{
    /// <exception cref="OidcException">No client, an unknown one, a wrong secret, or two ways at once.</exception>
    public Application Authenticate(HttpRequest request, OidcParameters form)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var (id, secret) = ReadBasic(header["Basic ".Length..]);
            if (form["client_secret"] is not null)
            {
                throw OidcException.InvalidRequest("client authentication must only be provided using one mechanism");
            }

            if (form["client_id"] is { } other && other != id)
            {
                throw OidcException.InvalidRequest("mismatch in body and authorization client ids");
            }

            return Check(Find(id), secret, usedBasic: true);
        }

        var client = Find(form["client_id"] ?? throw OidcException.InvalidRequest("no client authentication mechanism provided"));
        return Check(client, form["client_secret"], usedBasic: false);
    }

    private Application Find(string id) =>
        state.Read(tables => tables.Applications.Find(id)) ?? throw OidcException.UnknownClient(id);

    private Application Check(Application client, string? secret, bool usedBasic)
    {
        if (!client.IsConfidential && secret is null)
        {
            return client;
        }

        var known = client.Secrets.FirstOrDefault(one => one.Value == secret) ?? throw OidcException.WrongClientAuthentication(usedBasic);
        return known.ExpiresAt <= state.Now ? throw OidcException.InvalidRequest("client secret has expired") : client;
    }

    private static (string Id, string Secret) ReadBasic(string encoded)
    {
        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(encoded.Trim()));
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            return colon < 0
                ? throw OidcException.InvalidRequest("invalid authorization header value format")
                : (Uri.UnescapeDataString(pair[..colon].Replace('+', ' ')), Uri.UnescapeDataString(pair[(colon + 1)..].Replace('+', ' ')));
        }
        catch (FormatException)
        {
            throw OidcException.InvalidRequest("invalid authorization header value format");
        }
    }
}

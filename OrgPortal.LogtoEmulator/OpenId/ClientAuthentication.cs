using System.Text;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Finds out which application calls, by HTTP Basic, by the form's fields, or (public clients) by its id alone.</summary>
internal sealed class ClientAuthentication(LogtoState state)
{
    /// <exception cref="OidcException">No client, an unknown one, a wrong secret, or two ways at once.</exception>
    public Application Authenticate(HttpRequest request, OidcParameters form)
    {
        var (clientId, secret) = (form["client_id"], form["client_secret"]);
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return Check(Find(clientId), secret, usedBasic: false);
        }

        if (secret is not null)
        {
            throw OidcException.InvalidRequest("client authentication must only be provided using one mechanism");
        }

        var (id, basicSecret) = ReadBasic(header);
        if (clientId is not null && clientId != id)
        {
            throw OidcException.InvalidRequest("client_id mismatch");
        }

        return basicSecret.Length > 0
            ? Check(Find(id), basicSecret, usedBasic: true)
            : throw OidcException.InvalidRequest("client_secret must be provided in the Authorization header");
    }

    private Application Find(string? id) => string.IsNullOrEmpty(id)
        ? throw OidcException.InvalidRequest("no client authentication mechanism provided")
        : state.Read(tables => tables.Applications.Find(id)) ?? throw OidcException.UnknownClient(id);

    private Application Check(Application client, string? secret, bool usedBasic)
    {
        if (!client.IsConfidential && secret is null)
        {
            return client;
        }

        var known = client.Secrets.FirstOrDefault(one => one.Value == secret) ?? throw OidcException.WrongClientAuthentication(usedBasic);
        return known.ExpiresAt <= state.Now ? throw OidcException.InvalidRequest("client secret has expired") : client;
    }

    private static (string Id, string Secret) ReadBasic(string header)
    {
        try
        {
            if (header.Split(' ') is [var scheme, var encoded]
                && scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
                && Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(':', 2) is [var id, var secret])
            {
                return (Decoded(id), Decoded(secret));
            }
        }
        catch (FormatException)
        {
            // not base64: refused like every other header that says nothing
        }

        throw OidcException.InvalidRequest("invalid authorization header value format");
    }

    private static string Decoded(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));
}

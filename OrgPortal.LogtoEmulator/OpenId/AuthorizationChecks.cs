using System.Globalization;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// What must be right about an authorization request. PKCE is checked when it is sent and required of clients without a secret, as
/// with Logto.
/// </summary>
internal sealed class AuthorizationChecks(LogtoState state, SigningKey key)
{
    public const string OrganizationsResource = "urn:logto:resource:organizations";

    private static readonly string[] ResponseModes = ["query", "fragment", "form_post"];
    private static readonly string[] OnlyWithOpenId = ["acr_values", "claims_locales", "id_token_hint", "max_age", "nonce"];
    private static readonly string[] KnownPrompts = ["login", "consent", "none"];
    private static readonly string[] HandedOn = ["organization_id", "one_time_token", "login_hint", "identifier", "ui_locales"];
    private static readonly string[] ResponseTypes = ["code", "id_token", "code id_token", "none"];

    /// <summary>Finds out where the answer may go. What is wrong here is said to the browser, not to the application.</summary>
    /// <exception cref="OidcException">The client is unknown, or the address is not one of its own.</exception>
    public (Application Client, AuthorizationTarget Target) FindTarget(OidcParameters parameters)
    {
        var clientId = parameters.Required("client_id");
        var client = state.Read(tables => tables.Applications.Find(clientId)) ?? throw OidcException.UnknownClient(clientId);
        var registered = client.OidcClientMetadata.RedirectUris;
        var redirectUri = parameters["redirect_uri"]
            ?? (registered is [var only] ? only : throw OidcException.MissingParameters("redirect_uri"));
        if (!registered.Contains(redirectUri))
        {
            throw new OidcException(
                "invalid_redirect_uri", "redirect_uri did not match any of the client's registered redirect_uris");
        }

        var mode = parameters.First("response_mode");
        return (client, new AuthorizationTarget(
            redirectUri, ResponseModes.Contains(mode) ? mode! : "query", parameters.First("state")));
    }

    /// <summary>Checks all the rest. What is wrong here is said to the application.</summary>
    /// <exception cref="OidcException">Something is wrong.</exception>
    public AuthorizationRequest Check(Application client, AuthorizationTarget target, OidcParameters parameters)
    {
        CheckResponse(client, parameters);
        var prompts = Scopes.Split(parameters["prompt"]);
        CheckPrompts(prompts);
        var scopes = Scopes.Split(parameters["scope"]);
        CheckOpenId(scopes, parameters);
        CheckPkce(client, parameters);
        var resources = Resources(parameters);
        var maxAge = MaxAge(parameters["max_age"]);
        return new AuthorizationRequest
        {
            ClientId = client.Id,
            RedirectUri = target.RedirectUri,
            ResponseMode = target.ResponseMode,
            State = parameters["state"],
            Nonce = parameters["nonce"],
            Scopes = scopes,
            Resources = resources,
            Prompts = maxAge == 0 ? [.. prompts.Union(["login"])] : prompts,
            CodeChallenge = parameters["code_challenge"],
            MaxAge = maxAge == 0 ? null : maxAge,
            ExpectedAccountId = ExpectedAccount(parameters["id_token_hint"]),
            LoginHint = parameters["login_hint"],
            FirstScreen = parameters["first_screen"],
            OrganizationId = parameters["organization_id"],
            OneTimeToken = parameters["one_time_token"],
            DirectSignIn = parameters["direct_sign_in"],
            PageParameters =
            [
                .. HandedOn
                    .Where(name => parameters[name] is not null)
                    .Select(name => KeyValuePair.Create(name, parameters[name])),
            ],
        };
    }

    private static void CheckResponse(Application client, OidcParameters parameters)
    {
        if (parameters["request"] is not null)
        {
            throw new OidcException("request_not_supported", "request parameter provided but not supported");
        }

        var mode = parameters["response_mode"];
        if (mode is not null && !ResponseModes.Contains(mode))
        {
            throw new OidcException("unsupported_response_mode", "unsupported response_mode requested");
        }

        var types = Scopes.Split(parameters.First("response_type")).Order(StringComparer.Ordinal).ToArray();
        if (mode == "query" && types.Any(type => type is "token" or "id_token"))
        {
            throw OidcException.InvalidRequest("requested response_mode is not allowed for the requested response_type");
        }

        parameters.Require("response_type");
        var type = string.Join(' ', types);
        if (!ResponseTypes.Contains(type))
        {
            throw new OidcException("unsupported_response_type", "unsupported response_type requested");
        }

        if (type != "code" || client.Type is ApplicationType.MachineToMachine)
        {
            throw OidcException.InvalidRequest("requested response_type is not allowed for this client");
        }
    }

    private static void CheckPrompts(IReadOnlyList<string> prompts)
    {
        if (prompts.Except(KnownPrompts).Any())
        {
            throw OidcException.InvalidRequest("unsupported prompt value requested");
        }

        if (prompts.Contains("none") && prompts.Count > 1)
        {
            throw OidcException.InvalidRequest("prompt none must only be used alone");
        }
    }

    private static void CheckOpenId(IReadOnlyList<string> scopes, OidcParameters parameters)
    {
        if (!scopes.Contains(Scopes.OpenIdScope) && OnlyWithOpenId.FirstOrDefault(name => parameters[name] is not null) is { } name)
        {
            throw OidcException.InvalidRequest($"openid scope must be requested when using the {name} parameter");
        }
    }

    private static void CheckPkce(Application client, OidcParameters parameters)
    {
        var (challenge, method) = (parameters["code_challenge"], parameters["code_challenge_method"]);
        var problem = (challenge, method) switch
        {
            ({ }, null) => "code_challenge_method must be provided",
            (_, not null and not "S256") => "not supported value of code_challenge_method",
            (null, { }) => "code_challenge must be provided with code_challenge_method",
            (null, null) when !client.IsConfidential => "Authorization Server policy requires PKCE to be used for this request",
            _ => null,
        };
        if (problem is not null)
        {
            throw OidcException.InvalidRequest(problem);
        }

        if (challenge is not null)
        {
            Pkce.CheckFormat(challenge, "code_challenge");
        }
    }

    /// <summary>Repeated values and comma-separated ones; without any, the default resource of the tenant.</summary>
    private IReadOnlyList<string> Resources(OidcParameters parameters)
    {
        var asked = parameters.All("resource")
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct()
            .ToArray();
        foreach (var one in asked)
        {
            CheckResource(one);
        }

        return state.Read<IReadOnlyList<string>>(tables => asked switch
        {
            [] => [.. tables.Resources.Where(resource => resource.IsDefault).Select(resource => resource.Indicator)],
            _ when asked.All(one => one == OrganizationsResource || tables.Resources.Any(resource => resource.Indicator == one)) => asked,
            _ => throw OidcException.InvalidTarget(),
        });
    }

    /// <summary>Refuses what is no address without a fragment.</summary>
    /// <exception cref="OidcException">400 <c>invalid_target</c>.</exception>
    public static void CheckResource(string indicator)
    {
        if (!Uri.TryCreate(indicator, UriKind.Absolute, out var address) || indicator.StartsWith('/'))
        {
            throw OidcException.InvalidTarget("resource indicator must be an absolute URI");
        }

        if (address.Fragment.Length > 0 || indicator.EndsWith('#'))
        {
            throw OidcException.InvalidTarget("resource indicator must not contain a fragment component");
        }
    }

    private static long? MaxAge(string? text) => text switch
    {
        null => null,
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => seconds,
        _ => throw OidcException.InvalidRequest("invalid max_age parameter value"),
    };

    private string? ExpectedAccount(string? hint) => hint switch
    {
        null => null,
        _ when key.Read(hint, null, out var claims) is TokenReading.Genuine => claims.GetProperty("sub").GetString(),
        _ => throw OidcException.InvalidRequest("could not validate id_token_hint"),
    };
}

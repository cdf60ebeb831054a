using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// The only way into the API: <c>Authorization: Bearer</c> with a person's access token. Refuses as RFC 6750 asks; the words are put to it elsewhere.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, BearerTokens tokens, IBearerPeople people, IdentityProofs proofs)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";
    private const int RetryAfterSeconds = 5;

    private BearerToken? _token;
    private BearerVerdict _verdict;
    private bool _isAbsent;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            _isAbsent = true;
            return AuthenticateResult.NoResult();
        }

        _verdict = header is [{ } one] && one.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ReadAsync(one.AsMemory(Prefix.Length).Trim())
            : BearerVerdict.Refused("there must be one Bearer token");
        if (_verdict.Token is not { } token)
        {
            return AuthenticateResult.Fail(_verdict.Reason!);
        }

        if (await people.FindAsync(token.Person) is not { } person)
        {
            _verdict = BearerVerdict.Refused("the account is suspended or gone");
            return AuthenticateResult.Fail(_verdict.Reason!);
        }

        _token = token;
        return AuthenticateResult.Success(new AuthenticationTicket(await PrincipalAsync(token, person), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_verdict.IsUndecided)
        {
            Context.Features.Set(new BearerRefusal(BearerRefusal.Undecided));
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        }

        Context.Features.Set(new BearerRefusal(_isAbsent ? BearerRefusal.Missing : BearerRefusal.Invalid));
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        // RFC 6750: whoever sent nothing is told no error.
        Response.Headers.Append(HeaderNames.WWWAuthenticate, _isAbsent ? "Bearer" : BearerChallenge.InvalidToken(_verdict.Reason));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Context.Features.Set(new BearerRefusal(_token is { } token ? BearerReach.Refuse(token, Request.RouteValues[BearerReach.RouteValue] as string) ?? BearerRefusal.Invalid : BearerRefusal.Invalid));
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async ValueTask<ClaimsPrincipal> PrincipalAsync(BearerToken token, Person person)
    {
        var identity = new BearerIdentity(token, Scheme.Name);
        Add(identity, PortalClaims.Subject, person.Id.Value);
        Add(identity, PortalClaims.Name, person.Name);
        Add(identity, PortalClaims.EmailAddress, person.EmailAddress);
        Add(identity, PortalClaims.Picture, person.PictureUrl?.AbsoluteUri);
        if (Request.Headers.TryGetValue(IdentityProofs.Header, out var proof) && proof is [{ } idToken] && await proofs.ReadAsync(idToken, token) is { } at)
        {
            Add(identity, PortalClaims.AuthenticationTime, at.ToString(CultureInfo.InvariantCulture));
        }

        return new ClaimsPrincipal(identity);
    }

    private static void Add(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(type, value));
        }
    }
}

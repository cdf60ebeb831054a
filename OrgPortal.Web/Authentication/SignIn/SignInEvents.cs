using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>What the portal adds to the OpenID Connect handler's work, step by step.</summary>
internal sealed partial class SignInEvents(
    PortalAddress address,
    SignInCookies signInCookies,
    SessionRegistry sessions,
    SessionEvents events,
    ITokenEndpoint tokens,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider time,
    ILogger<SignInEvents> logger) : OpenIdConnectEvents
{
    /// <summary>The parameter of a challenge that holds <see cref="SignInParameters"/>.</summary>
    public const string ParametersKey = "sign-in";

    /// <summary>The parameter of a sign-out that holds the ID token.</summary>
    public const string IdTokenKey = "id-token";

    /// <summary>The item of a sign-out that holds the key of the session that ends; it travels in the protected state.</summary>
    public const string SessionItem = "session";

    /// <summary>The item of a challenge that makes it a test: what is tested.</summary>
    public const string TrialItem = "trial";

    private const string MaximumAgeItem = "max-age";

    /// <summary>
    /// Logto tells when somebody proved who they are only to those who ask how old that may be (contract H). So every sign-in asks; longer than any
    /// session of Logto's, so that nobody has to type a password for it.
    /// </summary>
    private static readonly TimeSpan AnyAge = TimeSpan.FromDays(365);

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        var message = context.ProtocolMessage;
        message.RedirectUri = address.Of(OpenIdConnectSetup.CallbackPath).AbsoluteUri;
        message.UiLocales = CultureInfo.CurrentUICulture.Name;
        message.MaxAge = Seconds(AnyAge);
        if (TrialOf(context.Properties) is { } trial)
        {
            Try(message, trial);
            return Task.CompletedTask;
        }

        if (context.Properties.GetParameter<SignInParameters>(ParametersKey) is not { } asked)
        {
            return Task.CompletedTask;
        }

        message.LoginHint = asked.Hint;
        message.SetParameter("first_screen", asked.Screen);
        message.SetParameter("organization_id", asked.Brand?.Value);
        // Goes to Logto and nowhere else: it signs in whoever has it.
        message.SetParameter("one_time_token", asked.OneTimeToken);
        if (asked.Anew)
        {
            message.Prompt = "login consent";
        }

        if (asked.Age is { } age)
        {
            message.MaxAge = Seconds(age);
            // Travels in the protected state: whoever comes back cannot have changed it.
            context.Properties.Items[MaximumAgeItem] = message.MaxAge;
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.PostLogoutRedirectUri = address.Of(OpenIdConnectSetup.SignedOutCallbackPath).AbsoluteUri;
        context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(IdTokenKey);
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        return Task.CompletedTask;
    }

    public override Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        if (context.Properties?.Items.TryGetValue(SessionItem, out var session) is true && session is not null)
        {
            events.ComeBack(session);
        }

        return Task.CompletedTask;
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        // Logto names itself in its answers (RFC 9207): an answer of somebody else is none, and neither is one that names nobody though Logto says that it does.
        var logto = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var issuer = context.ProtocolMessage.Iss;
        if (string.IsNullOrEmpty(issuer) ? logto.AuthorizationResponseIssParameterSupported : issuer != logto.Issuer)
        {
            context.Fail("The answer names another issuer, or none.");
        }
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var person = context.Principal!;
        if (!UserId.TryParse(person.FindFirstValue(PortalClaims.Subject), null, out _))
        {
            context.Fail("The ID token names nobody.");
        }
        else if (IsTooOld(context.Properties!, person))
        {
            context.Fail("The sign-in is older than was asked for.");
        }

        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        if (TrialOf(context.Properties) is { } trial)
        {
            // A test signs nobody in: its tokens end here, and the session of whoever tries it stays.
            var user = UserId.Parse(context.Principal!.FindFirstValue(PortalClaims.Subject)!, null);
            await EndTrialAsync(context.HttpContext, trial, new SignInTrialAnswer(user, context.Principal!.FindFirstValue(PortalClaims.EmailAddress), null));
            context.HandleResponse();
            return;
        }

        var asked = ReturnUrl.From(context.ReturnUri);
        var remembered = signInCookies.TakeReturn(context.HttpContext);
        // Whoever wandered off on the way to an invitation, and has signed in by another way since, goes on to it.
        context.ReturnUri = (asked == ReturnUrl.Home ? remembered : asked).Value;
        await EndPreviousAsync(context);
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        if (TrialOf(context.Properties) is { } trial)
        {
            await EndTrialAsync(context.HttpContext, trial, new SignInTrialAnswer(null, null, SignInFailure.Cancelled));
            context.HandleResponse();
            return;
        }

        GoToFailure(context.Response, await CancelledAsync(context.HttpContext), context.Properties, signInCookies.FindReturn(context.HttpContext));
        context.HandleResponse();
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var reason = SignInFailures.ReasonOf(context.Failure) is SignInFailure.Cancelled ? await CancelledAsync(context.HttpContext) : SignInFailures.ReasonOf(context.Failure);
        LogFailed(reason, context.Failure);
        if (TrialOf(context.Properties) is { } trial)
        {
            await EndTrialAsync(context.HttpContext, trial, new SignInTrialAnswer(null, null, reason));
        }
        else if (reason is SignInFailure.Expired && (await context.HttpContext.AuthenticateAsync(PortalSchemes.Session)).Succeeded)
        {
            // Going back in the browser, or a second tab: the sign-in has succeeded before.
            context.Response.Redirect(ReturnUrl.From(context.Properties?.RedirectUri).Value);
        }
        else
        {
            GoToFailure(context.Response, reason, context.Properties, signInCookies.FindReturn(context.HttpContext));
        }

        context.HandleResponse();
    }

    private static SignInTrial? TrialOf(AuthenticationProperties? properties) => properties is not null && properties.Items.TryGetValue(TrialItem, out var trial) ? SignInTrial.Read(trial) : null;

    // Through the connector, whoever is signed in at Logto, and for no more than to see who comes: no grant that outlives it.
    private static void Try(OpenIdConnectMessage message, SignInTrial trial)
    {
        message.Scope = "openid profile email";
        message.Prompt = "login";
        message.Resource = null;
        message.SetParameter("direct_sign_in", $"sso:{trial.Connector}");
    }

    private static async Task EndTrialAsync(HttpContext context, SignInTrial trial, SignInTrialAnswer answer) =>
        context.Response.Redirect((await context.RequestServices.GetRequiredService<ISignInTrials>().EndAsync(trial, answer)).Value);

    // Whoever turns back from proving again who they are is still signed in.
    private static async Task<SignInFailure> CancelledAsync(HttpContext context) =>
        (await context.AuthenticateAsync(PortalSchemes.Session)).Succeeded ? SignInFailure.Unconfirmed : SignInFailure.Cancelled;

    // Without its state the answer does not say where the person wanted to go; the browser may remember.
    private static void GoToFailure(HttpResponse response, SignInFailure reason, AuthenticationProperties? properties, ReturnUrl remembered) =>
        response.Redirect(SignInFailures.LinkTo(reason, properties?.RedirectUri is null ? remembered : ReturnUrl.From(properties.RedirectUri)));

    private static string Seconds(TimeSpan age) => ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private bool IsTooOld(AuthenticationProperties properties, ClaimsPrincipal person)
    {
        if (!properties.Items.TryGetValue(MaximumAgeItem, out var asked))
        {
            return false;
        }

        return PortalClaims.AuthenticatedAt(person) is not { } at
            || time.GetUtcNow() - at > TimeSpan.FromSeconds(int.Parse(asked!, CultureInfo.InvariantCulture)) + IdentityProof.Skew;
    }

    /// <summary>
    /// Ends the session that the browser had, so that the new one gets a secret of its own. The cookie handler must not have read the cookie
    /// before, or it would go on with the old secret; hence the cookie is opened here.
    /// </summary>
    private async Task EndPreviousAsync(TicketReceivedContext context)
    {
        var options = cookies.Get(PortalSchemes.Session);
        var cookie = options.CookieManager.GetRequestCookie(context.HttpContext, options.Cookie.Name!);
        var secret = cookie is null ? null : options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue("Microsoft.AspNetCore.Authentication.Cookies-SessionId");
        if (secret is null || await sessions.FindAsync(SessionRegistry.KeyOf(secret)) is not { } previous)
        {
            return;
        }

        await sessions.EndAsync(previous.Key);
        // The same person's grant at Logto goes on, and revoking any of its tokens would revoke the new ones too.
        if (previous.User.Value != context.Principal?.FindFirstValue(PortalClaims.Subject) && previous.Content.Tokens.RefreshToken is { } refreshToken)
        {
            await tokens.RevokeAsync(refreshToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in failed: {Reason}.")]
    private partial void LogFailed(SignInFailure reason, Exception? exception);
}

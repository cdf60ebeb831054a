using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Addresses at which a test sign-in begins. What is tested stands in them encrypted: no other site can send anybody through a connector of its choice.</summary>
internal sealed class SignInTrialLinks(IDataProtectionProvider protection)
{
    /// <summary>The path of the endpoint.</summary>
    public const string Path = "/sign-in/trial";

    /// <summary>The parameter that says which.</summary>
    public const string Ticket = "ticket";

    /// <summary>For how long one is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("OrgPortal.SignIn.Trial").ToTimeLimitedDataProtector();

    /// <summary>The local address.</summary>
    public string Of(SignInTrial trial) => QueryHelpers.AddQueryString(Path, Ticket, _protector.Protect(trial.ToString(), Lifetime));

    /// <summary>What stands in one; nothing when it is too old, or not of the portal's making.</summary>
    public SignInTrial? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : SignInTrial.Read(_protector.Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

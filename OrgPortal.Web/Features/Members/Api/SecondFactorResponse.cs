using System.ComponentModel;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A second factor that a member has set up.</summary>
internal sealed record SecondFactorResponse(
    [property: Description("Logto's word: Totp, WebAuthn, BackupCode.")] string Type)
{
    /// <summary>Maps it.</summary>
    public static SecondFactorResponse From(SecondFactor factor) => new(factor.Type);
}

using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Sessions;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Sessions can be kept up: Logto gives refresh tokens to those who ask for consent, as the portal does, and they live as long as a session may.</summary>
internal sealed class RefreshTokens(IOptions<SessionLifetimeOptions> sessions) : ITenantCheck
{
    private const int LogtosDefault = 14;

    public string Id => CheckIds.RefreshTokens;

    public IReadOnlyList<string> Needs => [CheckIds.WebApplication];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (application, tenant) = ((await examination.WebApplication)!, await examination.Discovery);
        if (!tenant.Scopes.Contains("offline_access") || !tenant.GrantTypes.Contains("refresh_token"))
        {
            return CheckOutcome.Fail("none");
        }

        var days = application.CustomClientMetadata.RefreshTokenTtlInDays ?? LogtosDefault;
        return TimeSpan.FromDays(days) >= sessions.Value.MaximumAge
            ? CheckOutcome.Pass("long", days)
            : CheckOutcome.Warn("short", days, Math.Round(sessions.Value.MaximumAge.TotalDays, 1), application.Name);
    }
}

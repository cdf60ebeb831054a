using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The configured secret is one of the web application's, and will be for a while.</summary>
internal sealed class WebSecret(IOptions<LogtoOptions> logto, IApplicationsClient applications, TimeProvider time) : ITenantCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public string Id => CheckIds.WebSecret;

    public IReadOnlyList<string> Needs => [CheckIds.WebApplication];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (settings, now) = (logto.Value.Web, time.GetUtcNow());
        var secrets = await applications.ListSecretsAsync(settings.ClientId!, cancellationToken);
        return secrets.FirstOrDefault(secret => secret.Value == settings.ClientSecret) switch
        {
            null => CheckOutcome.Fail("other", settings.ClientId!),
            { ExpiresAt: { } end } expired when end <= now => CheckOutcome.Fail("expired", expired.Name),
            { ExpiresAt: { } end } expiring when end <= now + Soon => CheckOutcome.Warn("expiring", expiring.Name, Math.Ceiling((end - now).TotalDays)),
            var known => CheckOutcome.Pass("known", known.Name),
        };
    }
}

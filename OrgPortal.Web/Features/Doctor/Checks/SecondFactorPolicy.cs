using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Where an organization requires a second factor, people can set one up and are asked to: without one, Logto gives them no tokens for it.</summary>
internal sealed class SecondFactorPolicy(IOrganizationsClient organizations) : ITenantCheck
{
    /// <summary>Logto cannot be asked which organizations require one: of large tenants only so many pages are looked at.</summary>
    private const int MostPages = 10;

    public string Id => CheckIds.SecondFactors;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var settings = (await examination.SignIn).Mfa;
        var factors = settings?.Sufficient ?? [];
        if (settings is { LeadsMembers: true })
        {
            return CheckOutcome.Pass("offered", string.Join(", ", factors));
        }

        var requiring = await CountRequiringAsync(cancellationToken);
        return requiring == 0 ? CheckOutcome.Pass("unneeded", MostPages * PageRequest.MaxSize)
            : factors.Count == 0 ? CheckOutcome.Fail("none", requiring)
            : CheckOutcome.Warn("unasked", requiring);
    }

    private async Task<int> CountRequiringAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await organizations.ListAsync(new PageRequest(number, PageRequest.MaxSize), cancellationToken: cancellationToken);
            count += page.Items.Count(organization => organization.IsMfaRequired);
            if (number * PageRequest.MaxSize >= page.TotalCount)
            {
                break;
            }
        }

        return count;
    }
}

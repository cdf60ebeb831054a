using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <summary>What speaks against requiring a second factor.</summary>
internal sealed class SecondFactorRules(ISignInExperienceClient signIn, IAdministrators administrators, ISecondFactorGate gate, SecondFactorReading reading)
{
    /// <summary>Of so many administrators it is looked whether one would still get in: each costs a call.</summary>
    private const int MostAdministrators = 10;

    /// <summary><see cref="RefusalReasons.NoSecondFactorOffered"/> where nobody in the tenant can set one up.</summary>
    public async Task<Failure?> RefuseWithoutOfferAsync()
    {
        var settings = await signIn.GetAsync().ToResultAsync();
        return settings.IsFailure ? settings.Failure : settings.Value.Mfa is { Sufficient.Count: > 0 } ? null : new Refused(RefusalReasons.NoSecondFactorOffered);
    }

    /// <summary>Who would be stopped and must not be without having been told: whoever acts, and all who administer. Read from Logto now.</summary>
    public async Task<Failure?> RefuseLockOutAsync(OrganizationId organization, UserId actor, SecondFactorAcceptance accept)
    {
        if (accept == SecondFactorAcceptance.Administrators)
        {
            return null;
        }

        var own = await gate.HasOneAsync(actor, isFresh: true);
        if (own.IsFailure)
        {
            return own.Failure;
        }

        var found = await administrators.ListAsync(organization, MostAdministrators);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (!(own.Value && found.Value.Any(member => member.Id == actor)))
        {
            var nobody = await reading.HasNobodyAsync([.. found.Value.Select(member => member.Id)]);
            if (nobody.IsFailure || nobody.Value)
            {
                return nobody.Failure ?? new Refused(RefusalReasons.LocksOutAdministrators);
            }
        }

        return own.Value || accept == SecondFactorAcceptance.Oneself ? null : new Refused(RefusalReasons.LocksOutOneself);
    }
}

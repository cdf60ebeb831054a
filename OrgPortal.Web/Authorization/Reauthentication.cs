using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class Reauthentication(ICurrentUser currentUser, IAuditTrail audit, TimeProvider time) : IReauthentication
{
    public async Task<Failure?> DenyUnlessRecentAsync(OrganizationId organization, string action)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        if (IdentityProof.IsGiven(person, time.GetUtcNow()))
        {
            return null;
        }

        var required = new ReauthenticationRequired();
        await audit.RecordDenialAsync(new AuditAct(action, organization, "organization", organization.Value), required);
        return required;
    }

    public async ValueTask<bool> IsRecentAsync() => await currentUser.GetAsync() is { } person && IdentityProof.IsGiven(person, time.GetUtcNow());
}

using OrgPortal.Web.Authentication;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class OperatorGuard(ICurrentUser currentUser, TenantOperators operators, IAccountStanding accounts) : IOperatorGuard
{
    public async Task<Failure?> DenyUnlessOperatorAsync(CancellationToken cancellationToken = default)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        if (!operators.Exist)
        {
            return new NotFound();
        }

        // Two questions at the same time.
        var reading = operators.IncludeAsync(person.Id, cancellationToken);
        var suspended = await accounts.IsSuspendedAsync(person.Id);
        var isOne = await reading;
        return (suspended, isOne) switch
        {
            ({ IsFailure: true }, _) => suspended.Failure,
            ({ Value: true }, _) => new SignInRequired(),
            (_, { IsFailure: true }) => isOne.Failure,
            _ => isOne.Value ? null : new NotFound(),
        };
    }
}

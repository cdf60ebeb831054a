using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class OperatorGuard(ICurrentUser currentUser, IUsersClient users, IAccountStanding accounts, IOptions<OperatorOptions> options) : IOperatorGuard
{
    public async Task<Failure?> DenyUnlessOperatorAsync(CancellationToken cancellationToken = default)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        if (options.Value.Role is not { Length: > 0 } wanted)
        {
            return new NotFound();
        }

        // Logto goes on answering the roles of somebody who is suspended. Two questions at the same time.
        var reading = users.ListRolesAsync(person.Id, cancellationToken).ToResultAsync();
        var suspended = await accounts.IsSuspendedAsync(person.Id);
        var held = await reading;
        return (suspended, held) switch
        {
            ({ IsFailure: true }, _) => suspended.Failure,
            ({ Value: true }, _) => new SignInRequired(),
            (_, { IsFailure: true }) => held.Failure,
            _ => held.Value.Any(role => role.Name == wanted) ? null : new NotFound(),
        };
    }
}

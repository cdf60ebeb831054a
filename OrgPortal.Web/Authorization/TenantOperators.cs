using Microsoft.Extensions.Options;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>Who runs the portal: one call to Logto each time, <c>GET /users/{id}/roles</c>, and none where no role is configured.</summary>
internal sealed class TenantOperators(IUsersClient users, IOptions<OperatorOptions> options)
{
    /// <summary>Whether there can be any.</summary>
    public bool Exist => options.Value.Role is { Length: > 0 };

    /// <summary>Whether the person is one now. Logto goes on answering the roles of somebody who is suspended: that is asked elsewhere.</summary>
    public async Task<Result<bool>> IncludeAsync(UserId person, CancellationToken cancellationToken = default)
    {
        if (options.Value.Role is not { Length: > 0 } wanted)
        {
            return false;
        }

        var held = await users.ListRolesAsync(person, cancellationToken).ToResultAsync();
        return held.IsFailure ? held.Failure : held.Value.Any(role => role.Name == wanted);
    }
}

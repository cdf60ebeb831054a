using System.Collections.Concurrent;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// What inviters are called. A link remembers its maker's name, so Logto is asked only about people who invited past the portal,
/// and then once in a while.
/// </summary>
internal sealed class InviterNames(IUsersClient users, TimeProvider time)
{
    private const int MaxKept = 1_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<UserId, (string? Name, DateTimeOffset Until)> _kept = new();

    public async Task<IReadOnlyDictionary<UserId, string?>> FindAsync(
        IReadOnlyList<OrganizationInvitation> invitations,
        ILookup<string, InvitationToken> links,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<UserId, string?>();
        foreach (var invitation in invitations)
        {
            if (invitation.InviterId is { } inviter
                && links[invitation.Id.Value].FirstOrDefault(link => link.CreatedById == inviter.Value)?.CreatedByName is { } name)
            {
                found.TryAdd(inviter, name);
            }
        }

        var missing = invitations.Select(invitation => invitation.InviterId).OfType<UserId>().Distinct().Where(inviter => !found.ContainsKey(inviter)).ToList();
        var names = await Task.WhenAll(missing.Select(inviter => FindAsync(inviter, cancellationToken)));
        foreach (var (inviter, name) in missing.Zip(names))
        {
            found[inviter] = name;
        }

        return found;
    }

    /// <summary>Name, else user name, else address; nothing for somebody unknown or when Logto does not answer.</summary>
    public async Task<string?> FindAsync(UserId inviter, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(inviter, out var kept) && kept.Until > time.GetUtcNow())
        {
            return kept.Name;
        }

        var user = await users.GetAsync(inviter, cancellationToken).ToResultAsync();
        if (user.Failure is not (null or NotFound))
        {
            return null;
        }

        var name = user.IsFailure ? null : Of(user.Value);
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[inviter] = (name, time.GetUtcNow() + KeptFor);
        return name;
    }

    /// <summary>What to call a person.</summary>
    public static string? Of(User user) =>
        new[] { user.Name, user.Username, user.PrimaryEmail }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
}

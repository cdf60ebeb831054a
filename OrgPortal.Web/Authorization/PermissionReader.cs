using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Reads rights with one call, <c>GET /organizations/{id}/users/{userId}/scopes</c>. Only when that list is empty a second call
/// finds out whether the person is a member without permissions or no member at all; an operator who is inside is one for as long. Remembers what it told last: when a later
/// answer is another one, pages that were told the first are told to read again.
/// </summary>
internal sealed class PermissionReader : IPermissionReader, IDisposable
{
    private static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ChangesRemembered = TimeSpan.FromMinutes(5);
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<(OrganizationId Organization, UserId User), Reading> _readings = new();
    private readonly ConcurrentDictionary<(OrganizationId Organization, UserId User), OrganizationRights> _told = new();
    private readonly ConcurrentDictionary<OrganizationId, DateTimeOffset> _changedAt = new();
    private readonly IOrganizationMembersClient _members;
    private readonly PermissionOptions _permissions;
    private readonly TimeProvider _time;
    private readonly IOrganizationEvents _events;
    private readonly VisitRights _visits;
    private readonly IDisposable _subscription;
    private readonly IDisposable _tenantSubscription;

    public PermissionReader(IOrganizationMembersClient members, IOptions<PermissionOptions> permissions, VisitRights visits, IOrganizationEvents events, ITenantEvents tenant, TimeProvider time)
    {
        (_events, _visits) = (events, visits);
        _tenantSubscription = tenant.Subscribe(Forget);
        _members = members;
        _permissions = permissions.Value;
        _time = time;
        _subscription = events.SubscribeToAll(Forget);
    }

    public Task<Result<OrganizationRights>> ReadRecentAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default)
    {
        var reading = _readings.TryGetValue((organization, user), out var known) && IsUsable(known) ? known : BeginUnlessUsable(organization, user);
        return reading.Rights.Value.WaitAsync(cancellationToken);
    }

    public async Task<Result<OrganizationRights>> ReadFreshAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default)
    {
        var reading = Begin(organization, user);

        // In place before Logto answers: what is announced meanwhile drops it, since the answer may be from before that.
        var known = _readings.GetOrAdd((organization, user), reading);
        var rights = await reading.Rights.Value.WaitAsync(cancellationToken);
        if (!rights.IsFailure && known != reading)
        {
            _readings.TryUpdate((organization, user), reading, known);
        }

        return rights;
    }

    /// <summary>Takes rights that somebody else has read, as if they had been read here.</summary>
    /// <returns>
    /// Whether people were told otherwise, so that it must be announced; <see langword="null"/> when nobody was told anything here, or when something
    /// changed since Logto was asked: then the answer may be from before that, and is not taken.
    /// </returns>
    public bool? Learn(OrganizationId organization, UserId user, OrganizationRights rights, DateTimeOffset askedAt)
    {
        if (_changedAt.TryGetValue(organization, out var changedAt) && changedAt >= askedAt)
        {
            return null;
        }

        var key = (organization, user);
        var known = new Lazy<Task<Result<OrganizationRights>>>(Task.FromResult(Result.Of(rights)));
        _ = known.Value;
        _readings[key] = new Reading(askedAt, known);
        return Tell(key, rights);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _tenantSubscription.Dispose();
    }

    private Reading BeginUnlessUsable(OrganizationId organization, UserId user)
    {
        // Only where something is asked anyway: counting what is remembered locks all of it.
        Sweep();
        return _readings.AddOrUpdate(
            (organization, user),
            _ => Begin(organization, user),
            (_, known) => IsUsable(known) ? known : Begin(organization, user));
    }

    private Reading Begin(OrganizationId organization, UserId user) =>
        new(_time.GetUtcNow(), new Lazy<Task<Result<OrganizationRights>>>(() => ReadAsync(organization, user)));

    // Age counts from the moment the question was asked: an answer may be as old as that.
    // A failure is never kept: the next one asks again.
    private bool IsUsable(Reading reading) =>
        _time.GetUtcNow() - reading.AskedAt < RecentFor
        && (!reading.Rights.IsValueCreated || !reading.Rights.Value.IsCompleted
            || (reading.Rights.Value.IsCompletedSuccessfully && !reading.Rights.Value.Result.IsFailure));

    // Unknown is no news: whoever asks for the first time is told by the answer.
    private bool? Tell((OrganizationId Organization, UserId User) key, OrganizationRights rights)
    {
        bool? isNews = _told.TryGetValue(key, out var before) ? !before.IsSameAs(rights) : null;
        _told[key] = rights;
        return isNews;
    }

    private async Task<Result<OrganizationRights>> ReadAsync(OrganizationId organization, UserId user)
    {
        var own = await AskAsync(organization, user);
        var rights = own.IsFailure ? own : await _visits.RaiseAsync(organization, user, own.Value);
        if (!rights.IsFailure && Tell((organization, user), rights.Value) is true)
        {
            _events.Publish(new MembersChanged(organization, user));
        }

        return rights;
    }

    // Several people may share the answer, so no single one's cancellation may stop it.
    private async Task<Result<OrganizationRights>> AskAsync(OrganizationId organization, UserId user)
    {
        var scopes = await _members.ListScopesAsync(organization, user, CancellationToken.None).ToResultAsync();
        if (scopes.IsFailure)
        {
            return scopes.Failure;
        }

        if (scopes.Value.Count > 0)
        {
            return new OrganizationRights(true, _permissions.Translate(scopes.Value));
        }

        var roles = await _members.ListRolesAsync(organization, user, CancellationToken.None).ToResultAsync();
        return roles switch
        {
            { IsFailure: false } => OrganizationRights.None with { IsMember = true },
            { Failure: NotFound } => OrganizationRights.None,
            _ => roles.Failure!,
        };
    }

    private void Forget(OrganizationEvent happened)
    {
        if (happened is MembersChanged or OrganizationDeleted)
        {
            _changedAt[happened.Organization] = _time.GetUtcNow();
        }

        if (happened is MembersChanged { Affected: { } user })
        {
            Forget((happened.Organization, user));
        }
        else if (happened is MembersChanged or OrganizationDeleted)
        {
            foreach (var key in _readings.Keys.Concat(_told.Keys).Where(key => key.Organization == happened.Organization))
            {
                Forget(key);
            }
        }
    }

    private void Forget(TenantEvent happened)
    {
        if (happened is PersonBarred { Person: var person })
        {
            foreach (var key in _readings.Keys.Concat(_told.Keys).Where(key => key.User == person))
            {
                Forget(key);
            }
        }
        else if (happened is TemplateChanged)
        {
            // What people were told stays known: only where it is different now, pages must read again.
            _readings.Clear();
        }
    }

    private void Forget((OrganizationId Organization, UserId User) key)
    {
        _readings.TryRemove(key, out _);
        _told.TryRemove(key, out _);
    }

    private void Sweep()
    {
        if (_readings.Count < SweepAt)
        {
            return;
        }

        foreach (var (key, reading) in _readings)
        {
            if (!IsUsable(reading))
            {
                Forget(key);
            }
        }

        // No question is under way for that long.
        foreach (var old in _changedAt.Where(change => _time.GetUtcNow() - change.Value > ChangesRemembered))
        {
            _changedAt.TryRemove(old);
        }
    }

    private sealed record Reading(DateTimeOffset AskedAt, Lazy<Task<Result<OrganizationRights>>> Rights);
}

using Microsoft.Extensions.Caching.Memory;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class BearerPeople(IUsersClient users, TimeProvider time) : IBearerPeople, IDisposable
{
    /// <summary>How old it may be what Logto said.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 10_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public async ValueTask<Person?> FindAsync(UserId person)
    {
        if (_known.TryGetValue(person, out Known? known) && time.GetUtcNow() - known!.ReadAt < CountsFor)
        {
            return known.Person;
        }

        var account = await users.GetAsync(person, CancellationToken.None).ToResultAsync();
        return account switch
        {
            { Failure: NotFound } => Remember(person, null),
            // The services ask for themselves, and then nobody may do anything.
            { IsFailure: true } => known is null ? new Person(person, person.Value, null, null, null) : known.Person,
            _ => Remember(person, account.Value.IsSuspended ? null : Of(account.Value)),
        };
    }

    public void Dispose() => _known.Dispose();

    private static Person Of(User account) => new(
        account.Id,
        Text(account.Name) ?? Text(account.Username) ?? Text(account.PrimaryEmail) ?? account.Id.Value,
        Text(account.PrimaryEmail)?.ToLowerInvariant(),
        Uri.TryCreate(account.Avatar, UriKind.Absolute, out var picture) ? picture : null,
        SessionId: null);

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private Person? Remember(UserId id, Person? person)
    {
        using var entry = _known.CreateEntry(id);
        (entry.Value, entry.Size) = (new Known(person, time.GetUtcNow()), 1);
        return person;
    }

    private sealed record Known(Person? Person, DateTimeOffset ReadAt);
}

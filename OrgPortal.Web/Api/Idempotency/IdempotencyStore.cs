using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>
/// Keys and answers, in the portal's store: they outlive a restart, and all nodes see the same. A key is claimed by one statement that every supported
/// database executes atomically.
/// </summary>
internal sealed class IdempotencyStore(IDbContextFactory<PortalDbContext> store, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>How long a request that nobody hears of any more keeps others from taking it up. Longer than any act takes.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(2);

    /// <summary>How many keys one person keeps at a time.</summary>
    public const int MostPerPerson = 2_000;

    /// <summary>The largest answer that is kept. Bytes.</summary>
    public const int LargestAnswer = 256 * 1024;

    private readonly IDataProtector _protector = protection.CreateProtector("OrgPortal.Api.Idempotency.v1");

    /// <summary>Claims the key for a request.</summary>
    public async Task<IdempotencyClaim> ClaimAsync(string id, string person, string fingerprint, Guid holder)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync();
        if (await TakeAsync(context, id, person, fingerprint, holder, now))
        {
            return new IdempotencyClaim(IdempotencyClaim.Kinds.Ours);
        }

        var found = await context.IdempotentRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id);
        return found switch
        {
            // Not there and not to be made: there are too many, unless whoever held it gave it up at this moment.
            null => new IdempotencyClaim(await CountAsync(context, person) < MostPerPerson ? IdempotencyClaim.Kinds.InFlight : IdempotencyClaim.Kinds.TooMany),
            _ when found.Fingerprint != fingerprint => new IdempotencyClaim(IdempotencyClaim.Kinds.Reused),
            { Answer: { } answer } when Read(answer) is { } read => new IdempotencyClaim(IdempotencyClaim.Kinds.Answered, read),
            _ => new IdempotencyClaim(IdempotencyClaim.Kinds.InFlight),
        };
    }

    /// <summary>Keeps the answer.</summary>
    public async Task KeepAsync(string id, Guid holder, StoredAnswer answer)
    {
        var kept = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(answer));
        await using var context = await store.CreateDbContextAsync();
        await context.IdempotentRequests.Where(request => request.Id == id && request.Holder == holder).ExecuteUpdateAsync(set => set.SetProperty(request => request.Answer, kept));
    }

    /// <summary>Frees the key: nothing was done, so the same may be tried again, or something else.</summary>
    public async Task ReleaseAsync(string id, Guid holder)
    {
        await using var context = await store.CreateDbContextAsync();
        await context.IdempotentRequests.Where(request => request.Id == id && request.Holder == holder && request.Answer == null).ExecuteDeleteAsync();
    }

    /// <summary>Removes what is too old.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await context.IdempotentRequests.Where(request => request.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    // Makes the row, or takes over one that is too old, or one of the same request whose node died before it answered.
    private static async Task<bool> TakeAsync(PortalDbContext context, string id, string person, string fingerprint, Guid holder, DateTimeOffset now)
    {
        var (at, heldUntil, expiresAt) = (now.ToUnixTimeMilliseconds(), (now + HeldFor).ToUnixTimeMilliseconds(), (now + KeptFor).ToUnixTimeMilliseconds());
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "IdempotentRequests" ("Id", "UserId", "Fingerprint", "Holder", "HeldUntil", "ExpiresAt", "Answer")
            SELECT {id}, {person}, {fingerprint}, {holder}, {heldUntil}, {expiresAt}, NULL
            WHERE EXISTS (SELECT 1 FROM "IdempotentRequests" WHERE "Id" = {id})
               OR (SELECT COUNT(*) FROM "IdempotentRequests" WHERE "UserId" = {person}) < {MostPerPerson}
            ON CONFLICT ("Id") DO UPDATE
            SET "Fingerprint" = excluded."Fingerprint", "Holder" = excluded."Holder", "HeldUntil" = excluded."HeldUntil", "ExpiresAt" = excluded."ExpiresAt", "Answer" = NULL
            WHERE "IdempotentRequests"."ExpiresAt" <= {at}
               OR ("IdempotentRequests"."Answer" IS NULL AND "IdempotentRequests"."HeldUntil" <= {at} AND "IdempotentRequests"."Fingerprint" = excluded."Fingerprint")
            """);
        return taken == 1;
    }

    private static Task<int> CountAsync(PortalDbContext context, string person) => context.IdempotentRequests.CountAsync(request => request.UserId == person);

    // Unreadable when the portal's keys were lost: then nobody may see it, and nothing is done again either.
    private StoredAnswer? Read(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredAnswer>(_protector.Unprotect(answer));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;

namespace OrgPortal.Tests.Audit;

/// <summary>Parts of the chain as a node has them.</summary>
internal static class AuditChains
{
    public const string Key = "a-secret-of-the-tests-that-is-long-enough";

    public static AuditHashes Hashes(string? key = null, params string[] previous)
    {
        var options = new AuditOptions { Key = key };
        foreach (var one in previous)
        {
            options.PreviousKeys.Add(one);
        }

        return new AuditHashes(Options.Create(options));
    }

    public static AuditChainWriter Writer(TestStore store, AuditHashes? hashes = null, TimeProvider? time = null) =>
        new(store, hashes ?? Hashes(), time ?? TimeProvider.System, NullLogger<AuditChainWriter>.Instance);

    public static async Task<AuditReport> VerifyAsync(TestStore store, AuditHashes? hashes = null, (long, string)? expected = null)
    {
        await using var context = store.CreateDbContext();
        return await new AuditVerification(hashes ?? Hashes()).RunAsync(context, expected, CancellationToken.None);
    }

    public static AuditContent Content(string target = "Bob") =>
        new() { Action = AuditActions.RemoveMember, OrganizationId = "acme12345678", ActorId = "alice1234567", TargetKind = "member", TargetName = target, Outcome = AuditOutcomes.Done };
}

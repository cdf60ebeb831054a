using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Reads the last movement of people out of the trail.</summary>
internal sealed partial class MovementReader(IDbContextFactory<PortalDbContext> store, ILogger<MovementReader> logger) : IMovements
{
    private static readonly string[] GotRoles = [AuditActions.ChangeMemberRoles];

    // By whom it is done, or to whom: the one who moves.
    private static readonly string[] ByActor = [.. MovementActions.CameByThemselves, .. MovementActions.WentByThemselves];
    private static readonly string[] ByTarget = [.. MovementActions.WereTakenIn, .. MovementActions.WereTakenOut, .. GotRoles];

    public async Task<Result<IReadOnlyDictionary<UserId, Movement>>> ListLastAsync(OrganizationId organization, IReadOnlyCollection<UserId> people)
    {
        var ids = people.Select(person => person.Value).ToList();
        try
        {
            await using var context = await store.CreateDbContextAsync();
            var records = await context.AuditRecords.AsNoTracking()
                .Where(r => r.OrganizationId == organization.Value && r.Outcome == AuditOutcomes.Done
                    && ((ByActor.Contains(r.Action) && ids.Contains(r.ActorId!)) || (ByTarget.Contains(r.Action) && ids.Contains(r.TargetId!))))
                .Select(r => new Step(r.Sequence, r.Action, r.ActorId, r.TargetId, r.After))
                .ToListAsync();
            // A creation is on record when all of it is done; the news of its creator's membership come before.
            var creators = await context.CreatedOrganizations.AsNoTracking().Where(c => c.OrganizationId == organization.Value && ids.Contains(c.UserId)).Select(c => c.UserId).ToListAsync();
            return Result.Of<IReadOnlyDictionary<UserId, Movement>>(people.Distinct()
                .Select(person => (person, Movement: Of([.. records.Where(step => step.Mover == person.Value).OrderBy(step => step.Sequence)], creators.Contains(person.Value))))
                .Where(found => found.Movement is not null).ToDictionary(found => found.person, found => found.Movement!));
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    private static Movement? Of(IReadOnlyList<Step> steps, bool hasCreated)
    {
        var last = steps.LastOrDefault(step => !GotRoles.Contains(step.Action));
        return last is null && !hasCreated
            ? null
            : new Movement(
                last is null || MovementActions.CameByThemselves.Contains(last.Action) || MovementActions.WereTakenIn.Contains(last.Action),
                steps.Select(RolesIn).LastOrDefault(roles => roles is not null) ?? []);
    }

    private static IReadOnlyList<string>? RolesIn(Step step)
    {
        if (step.After is null)
        {
            return null;
        }

        try
        {
            using var after = JsonDocument.Parse(step.After);
            return after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
                ? [.. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)]
                : null;
        }
        catch (JsonException)
        {
            // Somebody changed the store by hand: nothing is known.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be read.")]
    private partial void StoreFailed(Exception exception);

    private sealed record Step(long Sequence, string Action, string? ActorId, string? TargetId, string? After)
    {
        public string? Mover => ByActor.Contains(Action) ? ActorId : TargetId;
    }
}

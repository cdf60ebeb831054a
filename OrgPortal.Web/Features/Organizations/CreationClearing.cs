using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Clears away what one broken-off creation left in Logto. Whoever calls has asked who may.</summary>
internal sealed class CreationClearing(OrganizationCreation creation, CreationJournal journal)
{
    /// <summary>Undoes it, inside its creator's lock: they may have tried once more meanwhile.</summary>
    /// <returns>Done when nothing is left; <see cref="NotFound"/> when no such creation is broken off; <see cref="Unavailable"/> when something may still be left, which is then tried again.</returns>
    public async Task<Result> RunAsync(UserId creator, Guid requestId)
    {
        var held = await creation.HoldAsync(creator);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var _ = held.Value;
        var found = await journal.FindAsync(creator, requestId);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        return found.Value is not { } left || !journal.IsBrokenOff(left) ? new NotFound() : await creation.UndoAsync(left) ? Result.Done : new Unavailable();
    }
}

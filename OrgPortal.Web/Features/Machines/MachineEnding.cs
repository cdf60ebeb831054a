using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Deletes an application in Logto, and then forgets whose it was: so that what cannot be deleted now is deleted later.</summary>
internal sealed class MachineEnding(IApplicationsClient applications, MachineMarks marks, MachineStore store, MachineAccess access, TimeProvider time)
{
    /// <summary>Deletes it and what is left of it; a second time there is nothing to do. The caller holds the organization's lock.</summary>
    /// <returns>Done when nothing is left. Otherwise the row stays, as one that is to be deleted.</returns>
    public async Task<Result> EndAsync(OrganizationMachine machine)
    {
        if (machine.State != MachineStates.Ending)
        {
            (machine.State, machine.ChangedAt) = (MachineStates.Ending, time.GetUtcNow());
            var saved = await store.SaveAsync(machine);
            if (saved.IsFailure)
            {
                return saved;
            }
        }

        var left = machine.ApplicationId is { } id ? Result.Of<IReadOnlyList<string>>([id]) : await marks.FindLeftAsync(machine);
        if (left.IsFailure)
        {
            return left.Failure;
        }

        foreach (var application in left.Value.Where(one => !access.IsPortal(one)))
        {
            var deleted = await applications.DeleteAsync(application).ToResultAsync();
            if (deleted.Failure is not (null or NotFound))
            {
                return deleted;
            }
        }

        return await store.RemoveAsync(machine.Id);
    }
}

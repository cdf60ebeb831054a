using Microsoft.Extensions.Options;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Asks again for imports that nobody goes on with, and deletes those that ended long ago.</summary>
internal sealed class ImportUpkeep(ImportJournal journal, IWorkStarter work, IOptions<InvitationOptions> options) : IRecurringWork
{
    /// <summary>By which the store knows it.</summary>
    public const string Name = "invitations.import.upkeep";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var forgotten = await journal.ListForgottenAsync(Forgotten);
        foreach (var id in forgotten.IsFailure ? [] : forgotten.Value)
        {
            await work.StartAsync<ImportWork>(id.ToString("N"));
        }

        await journal.DeleteEndedAsync(TimeSpan.FromDays(options.Value.ImportsKeptForDays), cancellationToken);
    }
}

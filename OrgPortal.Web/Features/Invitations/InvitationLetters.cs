using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Keeps what goes with the mails of invitations, and why a mail did not go out.</summary>
internal sealed partial class InvitationLetters(IDbContextFactory<PortalDbContext> store, ILogger<InvitationLetters> logger)
{
    /// <summary>What goes with the invitation's mail; <see cref="Letter.None"/> when there is nothing.</summary>
    public async Task<Result<Letter>> FindAsync(InvitationId invitation, CancellationToken cancellationToken = default)
    {
        var found = await ListAsync([invitation], cancellationToken);
        return found.IsFailure ? found.Failure : found.Value.GetValueOrDefault(invitation.Value) is { } kept ? new Letter(LanguageOf(kept.Language), kept.Note) : Letter.None;
    }

    /// <summary>By the ids of the invitations, for those that have any.</summary>
    public Task<Result<IReadOnlyDictionary<string, InvitationLetter>>> ListAsync(IReadOnlyList<InvitationId> invitations, CancellationToken cancellationToken = default)
    {
        var ids = invitations.Select(invitation => invitation.Value).ToList();
        return TryAsync<IReadOnlyDictionary<string, InvitationLetter>>(async context =>
            await context.InvitationLetters.AsNoTracking().Where(letter => ids.Contains(letter.InvitationId)).ToDictionaryAsync(letter => letter.InvitationId, cancellationToken));
    }

    /// <summary>Keeps a letter that has passed <see cref="Letter.Clean"/>; nothing for an empty one.</summary>
    public async Task<Result> SaveAsync(OrganizationInvitation invitation, Letter letter)
    {
        if (letter.IsEmpty)
        {
            return Result.Done;
        }

        var saved = await TryAsync(async context =>
        {
            context.Add(Entry(invitation, letter, null));
            return await context.SaveChangesAsync();
        });
        return saved.IsFailure ? saved.Failure : Result.Done;
    }

    /// <summary>Remembers how the last mail went. What the store does not take is logged: the list then only says that it was not delivered.</summary>
    public async Task ReportAsync(OrganizationInvitation invitation, Failure? failure)
    {
        var (id, code) = (invitation.Id.Value, failure?.Code);
        await TryAsync(async context =>
        {
            var changed = await context.InvitationLetters
                .Where(letter => letter.InvitationId == id && letter.FailedBecause != code)
                .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.FailedBecause, code));
            if (changed == 0 && code is not null && !await context.InvitationLetters.AnyAsync(letter => letter.InvitationId == id))
            {
                context.Add(Entry(invitation, Letter.None, code));
                await context.SaveChangesAsync();
            }

            return changed;
        });
    }

    /// <summary>Forgets what was written to somebody.</summary>
    public Task ForgetAsync(InvitationId invitation)
    {
        var id = invitation.Value;
        return TryAsync(context => context.InvitationLetters.Where(letter => letter.InvitationId == id).ExecuteDeleteAsync());
    }

    // Logto's templates carry territories where the portal names the script.
    internal static string? TagOf(string? language) => language == "zh-Hans" ? "zh-CN" : language;

    private static string? LanguageOf(string? tag) => tag == "zh-CN" ? "zh-Hans" : tag;

    private static InvitationLetter Entry(OrganizationInvitation invitation, Letter letter, string? failedBecause) => new()
    {
        InvitationId = invitation.Id.Value,
        OrganizationId = invitation.OrganizationId.Value,
        Language = TagOf(letter.Language),
        Note = letter.Note,
        FailedBecause = failedBecause,
    };

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, exception => LogStoreFailed(logger, exception));

    [LoggerMessage(LogLevel.Error, "The store did not answer about the letter of an invitation.")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception);
}

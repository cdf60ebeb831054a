using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

/// <summary>Changes to a person's account, on record, announced. Whoever calls has asked the guard, and passes the signed-in person's account as the guard read it.</summary>
internal sealed class AccountChanges(IUsersClient users, ISessionPeople sessions, IAuditTrail audit, IOrganizationEvents events)
{
    public async Task<Result> UpdateAsync(User before, AccountForm form)
    {
        // Left out is what stays as it is: Logto then keeps what somebody else may have changed meanwhile.
        var change = new UserChange(
            form.Name == before.Name ? null : form.Name,
            form.AvatarUrl == before.Avatar ? null : form.AvatarUrl ?? string.Empty);
        if (change == new UserChange())
        {
            return Result.Done;
        }

        var act = ActOf(before, new { name = before.Name, avatar = before.Avatar }, new { name = form.Name, avatar = form.AvatarUrl });
        var updated = await RecordAsync(act, async () => (await users.UpdateAsync(before.Id, change).ToResultAsync()).Failure);
        if (!updated.IsFailure)
        {
            await sessions.RenameAsync(before.Id, form.Name, form.AvatarUrl);
            await AnnounceAsync(before.Id);
        }

        return updated;
    }

    public async Task<Result> UseLocaleAsync(User before, string locale)
    {
        var act = ActOf(before, new { locale = before.Profile?.Locale }, new { locale });
        return await RecordAsync(act, async () => (await users.SetLocaleAsync(before.Id, locale).ToResultAsync()).Failure);
    }

    // Belongs to no organization, and stands in no organization's log: a name is the person's own business wherever they are.
    private static AuditAct ActOf(User user, object before, object after) =>
        new(AuditActions.UpdateAccount, null, "account", user.Id.Value, user.Name ?? user.Username ?? user.PrimaryEmail, before, after);

    private async Task<Result> RecordAsync(AuditAct act, Func<Task<Failure?>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var failure = await run();
        await entry.CompleteAsync(failure);
        return failure ?? Result.Done;
    }

    // The lists of people in every organization the person belongs to. Where Logto does not say which these are, pages show it when they read next.
    private async Task AnnounceAsync(UserId me)
    {
        var mine = await users.ListOrganizationsAsync(me).ToResultAsync();
        foreach (var organization in mine.IsFailure ? [] : mine.Value)
        {
            events.Publish(new MembersChanged(organization.Id, me));
        }
    }
}

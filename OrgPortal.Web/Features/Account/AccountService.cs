using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

internal sealed class AccountService(IOrganizationGuard guard, ICurrentUser currentUser, IUsersClient users, AccountChanges changes, AccountSessions sessions) : IAccountService
{
    public async Task<Result<AccountProfile>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await users.GetAsync((await currentUser.GetAsync())!.Id, cancellationToken).ToResultAsync();
        return found.IsFailure
            ? found.Failure
            : new AccountProfile(found.Value.Id, found.Value.Name, found.Value.Username, found.Value.PrimaryEmail, found.Value.Avatar, found.Value.Profile?.Locale);
    }

    public async Task<Result> UpdateAsync(AccountForm form)
    {
        var account = await guard.FindActiveAsync();
        if (account.IsFailure)
        {
            return account.Failure;
        }

        var clean = form.Clean();
        return clean.Refuse() is { } invalid ? invalid : await changes.UpdateAsync(account.Value, clean);
    }

    public async Task<Result> UseLanguageAsync(string culture)
    {
        var account = await guard.FindActiveAsync();
        if (account.IsFailure)
        {
            return account.Failure;
        }

        return AccountLanguages.LocaleOf(culture) is { } locale
            ? await changes.UseLocaleAsync(account.Value, locale)
            : new Invalid("culture", "invalid");
    }

    public async Task<Result<AccountSessionList>> ListSessionsAsync(CancellationToken cancellationToken = default) =>
        await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied ? denied : await sessions.ListAsync((await currentUser.GetAsync())!, cancellationToken);

    public async Task<Result> EndSessionAsync(string session) =>
        await guard.DenyUnlessActiveAsync() is { } denied ? denied : await sessions.EndAsync((await currentUser.GetAsync())!, one => one.Id == session);

    public async Task<Result> EndOtherSessionsAsync() =>
        await guard.DenyUnlessActiveAsync() is { } denied ? denied : await sessions.EndAsync((await currentUser.GetAsync())!, one => !one.IsHere);
}

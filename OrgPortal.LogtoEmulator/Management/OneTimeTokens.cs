using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>One-time tokens. Nothing about them is validated, nothing is mailed, and verifying provisions nobody.</summary>
internal static class OneTimeTokens
{
    private const string All = "/one-time-tokens";
    private static readonly string[] Statuses = ["active", "consumed", "revoked", "expired"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Post(All + "/verify", Verify);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables =>
            View(tables, tables.OneTimeTokens.Find(call.Id) ?? throw Refusals.NoSuchId("one_time_tokens", call.Id)))));
        routes.Put(All + "/{id}/status", SetStatus);
        routes.Delete(All + "/{id}", call => call.State.Write(tables =>
            tables.OneTimeTokens.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
    }

    private static OneTimeToken View(LogtoTables tables, OneTimeToken token) =>
        token with { Status = token.StatusAt(tables.Now) };

    private static Answer List(Call call)
    {
        var paging = call.OptionalPaging();
        var email = call.Query("email");
        if (email is not null)
        {
            var guard = new Guard(StateJson.Element(new { email }), "query");
            guard.Matching("email", Users.Email());
            guard.Done();
        }

        var status = call.Query("status", Statuses);
        return call.State.Read(tables =>
        {
            var found = tables.OneTimeTokens.NewestFirst
                .Select(one => View(tables, one))
                .Where(one => (email is null || one.Email == email) && (status is null || one.Status == status))
                .ToArray();
            return paging is null
                ? Answer.Ok(found)
                : paging.Of(
                    found.Skip((paging.Number - 1) * paging.Size).Take(paging.Size),
                    tables.OneTimeTokens.Count, // the total counts what the filters leave out, too
                    one => one);
        });
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var email = guard.String("email", 128);
        var lifetime = guard.Number("expiresIn", least: 1) ?? 600;
        var context = guard.Inner("context");
        var organizations = context?.Strings("jitOrganizationIds");
        var token = new OneTimeToken
        {
            Id = LogtoIds.Standard(),
            Email = email,
            Token = LogtoIds.Secret(),
            CreatedAt = call.State.Now,
            ExpiresAt = call.State.Now + (lifetime * 1000),
            Context = new OneTimeTokenContext
            {
                JitOrganizationIds = organizations is null ? null : [.. organizations],
                InteractionEvent = context?.OneOf("interactionEvent", false, "SignIn", "Register", "ForgotPassword"),
            },
        };
        guard.Done();
        return Answer.Created(call.State.Write(tables => tables.OneTimeTokens.Put(token)));
    }

    private static Answer Verify(Call call)
    {
        var guard = call.Guard();
        var token = guard.String("token");
        var email = guard.String("email");
        guard.Done();
        return Answer.Ok(call.State.Write(tables => tables.ConsumeOneTimeToken(token, email)));
    }

    private static Answer SetStatus(Call call)
    {
        var guard = call.Guard();
        var status = guard.OneOf("status", true, Statuses);
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var token = tables.OneTimeTokens.Find(call.Id) ?? throw Refusals.NoSuchId("one_time_tokens", call.Id);
            return status == "active"
                ? throw new LogtoRefusalException(
                    400, "one_time_token.cannot_reactivate_token", "Cannot reactivate the token.")
                : View(tables, tables.OneTimeTokens.Put(token with { Status = status! }));
        }));
    }
}

using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Users: create, read, change, suspend, delete. <see cref="UserSearch"/> lists them.</summary>
internal static partial class Users
{
    private const string All = "/users";

    private static readonly string[] Fields =
        ["username", "primaryEmail", "primaryPhone", "name", "avatar", "customData", "profile"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Post(All, Create);
        routes.Get(All + "/{userId}", Get);
        routes.Patch(All + "/{userId}", Change);
        routes.Delete(All + "/{userId}", call =>
        {
            call.State.Write(tables => tables.DeleteUser(IdOf(call)));
            return Answer.NoContent;
        });
        routes.Patch(All + "/{userId}/is-suspended", call =>
        {
            var guard = call.Guard();
            var isSuspended = guard.RequiredBool("isSuspended");
            guard.Done();
            return Answer.Ok(Views.User(call.State.Write(tables => tables.SetSuspended(IdOf(call), isSuspended))));
        });
        MapParts(routes);
        MapPassword(routes);
    }

    /// <summary>The user a route is about.</summary>
    /// <exception cref="LogtoRefusalException">404 <c>entity.not_found</c>.</exception>
    public static User Require(LogtoTables tables, Call call) =>
        tables.Users.Find(IdOf(call)) ?? throw Refusals.NotFound();

    public static string IdOf(Call call) => call.Route("userId");

    private static void MapParts(ManagementRoutes routes)
    {
        routes.Get(All + "/{userId}/custom-data", call =>
            Answer.Ok(call.State.Read(tables => Require(tables, call)).CustomData));
        routes.Patch(All + "/{userId}/custom-data", call =>
        {
            var guard = call.Guard();
            var change = guard.Object("customData", isRequired: true);
            guard.Done();
            return Answer.Ok(call.State.Write(tables => tables.ChangeUser(
                IdOf(call), user => user with { CustomData = StateJson.Merged(user.CustomData, change!.Value) })).CustomData);
        });
        routes.Patch(All + "/{userId}/profile", call =>
        {
            var guard = call.Guard();
            var change = guard.Object("profile", isRequired: true);
            guard.Done();
            return Answer.Ok(call.State.Write(tables => tables.ChangeUser(
                IdOf(call), user => user with { Profile = StateJson.Merged(user.Profile, change!.Value) })).Profile);
        });
    }

    private static void MapPassword(ManagementRoutes routes)
    {
        routes.Patch(All + "/{userId}/password", call =>
        {
            var digest = Passwords.Digest(Password(call));
            return Answer.Ok(Views.User(call.State.Write(tables =>
                tables.ChangeUser(IdOf(call), user => user with { PasswordDigest = digest }))));
        });
        routes.Post(All + "/{userId}/password/verify", call =>
        {
            var password = Password(call);
            return Passwords.Matches(call.State.Read(tables => Require(tables, call)).PasswordDigest, password)
                ? Answer.NoContent
                : throw new LogtoRefusalException(
                    422, "session.invalid_credentials", "Incorrect account or password. Please check your input.");
        });
        routes.Get(All + "/{userId}/has-password", call =>
            Answer.Ok(new { call.State.Read(tables => Require(tables, call)).HasPassword }));
    }

    private static Answer Get(Call call)
    {
        var user = call.State.Read(tables => Require(tables, call));
        var view = Views.User(user);
        if (call.Query("includeSsoIdentities") is "true" or "1" or "yes")
        {
            view["ssoIdentities"] = System.Text.Json.JsonSerializer.SerializeToNode(user.SsoIdentities, StateJson.Options);
        }

        return Answer.Ok(view);
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var create = new NewUser
        {
            PrimaryEmail = guard.Matching("primaryEmail", Email()),
            PrimaryPhone = guard.Matching("primaryPhone", Phone()),
            Username = guard.Matching("username", Username()),
            Name = Given(guard.OptionalString("name", least: 0)),
            Avatar = guard.Matching("avatar", Url(), isNullable: true, kind: "url"),
            CustomData = guard.Object("customData"),
            Profile = guard.Object("profile"),
            PasswordDigest = Digest(guard),
        };
        guard.Done();
        CheckLengths(create.Username, create.Name, create.PrimaryEmail, create.PrimaryPhone);
        return Answer.Ok(Views.User(call.State.Write(tables => tables.CreateUser(create))));
    }

    private static string? Digest(Guard guard)
    {
        var password = guard.OptionalString("password");
        var digest = guard.OptionalString("passwordDigest");
        var algorithm = guard.OptionalString("passwordAlgorithm");
        if (digest is not null && password is not null)
        {
            guard.Done();
            throw new LogtoRefusalException(400, "user.password_and_digest", "You cannot set both password and password digest.");
        }

        if (digest is null)
        {
            return password is null ? null : Passwords.Digest(password);
        }

        return algorithm is null
            ? throw new LogtoRefusalException(
                400, "user.password_algorithm_required", "Password algorithm is required.")
            : Passwords.Import(algorithm, digest);
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var change = (User user) => user with
        {
            Username = guard.Has("username") ? guard.Matching("username", Username(), isNullable: true) : user.Username,
            PrimaryEmail = guard.Has("primaryEmail")
                ? guard.Matching("primaryEmail", Email(), isNullable: true)
                : user.PrimaryEmail,
            PrimaryPhone = guard.Has("primaryPhone")
                ? guard.Matching("primaryPhone", Phone(), isNullable: true)
                : user.PrimaryPhone,
            Name = guard.Has("name") ? guard.NullableString("name") : user.Name,
            Avatar = guard.Has("avatar") ? guard.Matching("avatar", Url(), isNullable: true, kind: "url") : user.Avatar,
            CustomData = guard.Object("customData") ?? user.CustomData,
            Profile = guard.Object("profile") ?? user.Profile,
        };
        change(new User { Id = "" });
        guard.Done();
        return Answer.Ok(Views.User(call.State.Write(tables =>
        {
            var after = change(Require(tables, call));
            CheckLengths(after.Username, after.Name, after.PrimaryEmail, after.PrimaryPhone);
            if (!Fields.Any(guard.Has))
            {
                throw Refusals.EmptyChange();
            }

            tables.RequireFree(after.Id, after.Username, after.PrimaryEmail, after.PrimaryPhone);
            return tables.ChangeUser(after.Id, _ => after);
        })));
    }

    /// <summary>An empty text counts as none, as in Logto's tables.</summary>
    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;

    /// <summary>What is too long trips over the database, not over the guard.</summary>
    private static void CheckLengths(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (value?.Length > 128)
            {
                throw Refusals.TooLong(128);
            }
        }
    }

    private static string Password(Call call)
    {
        var guard = call.Guard();
        var password = guard.String("password");
        guard.Done();
        return password;
    }

    [GeneratedRegex(@"^\S+@\S+\.\S+$")]
    internal static partial Regex Email();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$")]
    private static partial Regex Url();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Username();
}

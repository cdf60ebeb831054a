using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The list of users: newest first, always in pages, with the search of Logto's query language.</summary>
internal static class UserSearch
{
    private static readonly Dictionary<string, Func<User, string?>> Fields = new()
    {
        ["id"] = user => user.Id,
        ["primaryEmail"] = user => user.PrimaryEmail,
        ["primaryPhone"] = user => user.PrimaryPhone,
        ["username"] = user => user.Username,
        ["name"] = user => user.Name,
    };

    public static void Map(ManagementRoutes routes) => routes.Get("/users", List);

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var search = Search.From(call.Context.Request.Query);
        var organization = call.Query("excludeOrganizationId");
        var role = call.Query("excludeRoleId");
        if (organization is not null && role is not null)
        {
            throw Invalid("Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.");
        }

        return call.State.Read(tables =>
        {
            if (search.ExactEmail is { } email)
            {
                User[] one = tables.Users.FindByEmail(email) is { } user && IsWanted(user) ? [user] : [];
                return paging.Of(one, Views.User);
            }

            if (search.IsEmpty && organization is null && role is null)
            {
                var page = tables.Users.NewestFirst.Skip((int)Math.Min(int.MaxValue, (paging.Number - 1L) * paging.Size));
                return paging.Of(page.Take(paging.Size), tables.Users.Count, Views.User);
            }

            return paging.Of(tables.Users.NewestFirst.Where(user => IsWanted(user) && search.Matches(user)).ToArray(), Views.User);

            bool IsWanted(User user) =>
                (organization is null || !tables.Members.Has(organization, user.Id))
                && (role is null || !user.RoleIds.Contains(role));
        });
    }

    private static LogtoRefusalException Invalid(string explanation) => Refusals.InvalidInput(400, explanation);

    /// <summary>What was asked for: conditions, of which all or any must hold.</summary>
    private sealed record Search(IReadOnlyList<Func<User, bool>> Conditions, bool IsAll)
    {
        /// <summary>The address that alone was asked for exactly; looked up instead of searched.</summary>
        public string? ExactEmail { get; private init; }

        public bool IsEmpty => Conditions.Count == 0;

        public bool Matches(User user) =>
            IsEmpty || (IsAll ? Conditions.All(condition => condition(user)) : Conditions.Any(condition => condition(user)));

        public static Search From(IQueryCollection query)
        {
            var joint = Word(query["joint"].LastOrDefault() ?? "or", "joint mode", "or", "and");
            var isCaseSensitive = query["isCaseSensitive"].LastOrDefault() is "true" or "1" or "yes";
            var asked = query.Keys
                .Where(key => key == "search" || key.StartsWith("search.", StringComparison.Ordinal))
                .ToArray();
            var conditions = asked.Select(key => Condition(query, key, isCaseSensitive)).ToArray();
            return new Search(conditions, joint == "and")
            {
                ExactEmail = asked is ["search.primaryEmail"]
                    && !isCaseSensitive
                    && ModeOf(query, "primaryEmail") == "exact"
                    && query[asked[0]] is [var email]
                    ? email
                    : null,
            };
        }

        private static Func<User, bool> Condition(IQueryCollection query, string key, bool isCaseSensitive)
        {
            var field = key == "search" ? null : key["search.".Length..];
            if (field is not null && !Fields.ContainsKey(field))
            {
                throw Invalid($"Search field `{field}` is not valid, expect one of id, primary_email, primary_phone, username, name.");
            }

            string[] values = [.. query[key].Select(value => value ?? "")];
            var mode = ModeOf(query, field);
            if (values.Any(value => value.Length == 0))
            {
                throw Invalid("Search value cannot be empty.");
            }

            if (values.Length > 1 && mode != "exact")
            {
                throw Invalid("Only one search value is allowed when search mode is not `exact`.");
            }

            var matches = Matcher(mode, values, isCaseSensitive);
            return field is null
                ? user => Fields.Values.Any(read => matches(read(user)))
                : user => matches(Fields[field](user));
        }

        private static string ModeOf(IQueryCollection query, string? field) => Word(
            (field is null ? null : query[$"mode.{field}"].LastOrDefault()) ?? query["mode"].LastOrDefault() ?? "like",
            "match mode", "exact", "like", "similar_to", "posix");

        private static string Word(string given, string what, params string[] words) => words.Contains(given)
            ? given
            : throw Invalid($"Search {what} `{given}` is not valid, expect one of {string.Join(", ", words)}.");

        private static Func<string?, bool> Matcher(string mode, string[] values, bool isCaseSensitive)
        {
            var comparison = isCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            if (mode == "exact")
            {
                return value => value is not null && values.Any(one => string.Equals(one, value, comparison));
            }

            var pattern = values[0];
            if (mode == "like")
            {
                return Like.Matcher(pattern, !isCaseSensitive);
            }

            var expression = Compile(mode == "posix" ? pattern : Similar(pattern), isCaseSensitive);
            return value => value is not null && expression.IsMatch(value);
        }

        private static Regex Compile(string pattern, bool isCaseSensitive)
        {
            try
            {
                return new Regex(
                    pattern,
                    isCaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase,
                    TimeSpan.FromSeconds(1));
            }
            catch (ArgumentException)
            {
                throw Refusals.ServerError(); // the database behind a real Logto refuses the query
            }
        }

        /// <summary>A pattern of <c>SIMILAR TO</c> as a regular expression: it covers the whole value.</summary>
        private static string Similar(string pattern) =>
            $"^(?:{pattern.Replace(".", "\\.", StringComparison.Ordinal).Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')})$";
    }
}

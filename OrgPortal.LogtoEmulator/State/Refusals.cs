using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>The refusals that several areas share.</summary>
internal static class Refusals
{
    private const int LongestId = 21;

    /// <summary>404: the answer of every DELETE that hits nothing, and of some GETs.</summary>
    public static LogtoRefusalException NotFound() => new(404, "entity.not_found", "The resource does not exist.");

    /// <summary>404 of a GET by id. <paramref name="table"/> is the plural name, as <c>organizations</c>.</summary>
    public static LogtoRefusalException NoSuchId(string table, string id) =>
        new(404, "entity.not_exists_with_id", $"The {table} with ID `{id}` does not exist.");

    /// <summary>404 of a PATCH. <paramref name="entity"/> is the singular name.</summary>
    public static LogtoRefusalException DoesNotExist(string entity) =>
        new(404, "entity.not_exists", $"The {entity} does not exist.");

    /// <summary>
    /// 422 inside the organization areas, for ids not all of which are there. The database measures an id before it looks for it: one that
    /// is longer than any id is refused for that.
    /// </summary>
    public static LogtoRefusalException ForeignKey(params IEnumerable<string> ids) => ids.Any(id => id.Length > LongestId)
        ? TooLong(LongestId)
        : new LogtoRefusalException(
            422,
            "entity.relation_foreign_key_not_found",
            "Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.");

    public static LogtoRefusalException Duplicate() => new(
        422,
        "entity.unique_integrity_violation",
        "The entity already exists. Please check the input and try again.");

    /// <summary>422 of the database, for what no guard has measured.</summary>
    public static LogtoRefusalException TooLong(int most) => new(
        422,
        "entity.value_too_long",
        "The length of value is too long and exceeds the limit.",
        new JsonObject { ["message"] = $"value too long for type character varying({most})" });

    public static LogtoRefusalException Constraint() =>
        new(422, "entity.db_constraint_violated", "Database constraint violated.");

    public static LogtoRefusalException EmptyChange() =>
        new(422, "entity.invalid_input", "Invalid input. Value list must not be empty.");

    public static LogtoRefusalException InvalidInput(int status, string explanation) =>
        new(status, "request.invalid_input", $"Input is invalid. {explanation}");

    public static LogtoRefusalException MembershipRequired() => new(
        422,
        "organization.require_membership",
        "The user must be a member of the organization to proceed.");

    /// <summary>What a real Logto answers when its database trips over a value: no code at all.</summary>
    public static LogtoRefusalException ServerError() => new(500, null, "Internal server error.");
}

using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// What an emulator holds when it starts, as code or as a JSON file with the same names in camel case. Things refer to
/// each other by name (users by user name). The Management API with its scope and role is always there.
/// </summary>
internal sealed record SeedDocument
{
    public IReadOnlyList<SeedScope> OrganizationScopes { get; init; } = [];

    public IReadOnlyList<SeedRole> OrganizationRoles { get; init; } = [];

    /// <summary>Roles of the tenant, beside the one that opens the Management API.</summary>
    public IReadOnlyList<SeedTenantRole> Roles { get; init; } = [];

    public IReadOnlyList<SeedUser> Users { get; init; } = [];

    public IReadOnlyList<SeedOrganization> Organizations { get; init; } = [];

    public IReadOnlyList<SeedApplication> Applications { get; init; } = [];

    public IReadOnlyList<SeedResource> Resources { get; init; } = [];

    /// <summary>Fields of the sign-in experience that differ from <see cref="SignInExperience.Default"/>.</summary>
    public JsonElement? SignInExperience { get; init; }

    /// <summary>Whether there is an e-mail connector, which delivers to the mailbox.</summary>
    public bool HasMailbox { get; init; } = true;

    /// <summary>Reads a seed from a file.</summary>
    /// <exception cref="JsonException">The file is not a seed.</exception>
    public static SeedDocument FromFile(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<SeedDocument>(file, StateJson.Options)
            ?? throw new JsonException($"{path} holds no seed.");
    }

    /// <summary>Reads a seed from JSON text.</summary>
    /// <exception cref="JsonException">The text is not a seed.</exception>
    public static SeedDocument FromJson(string json) =>
        JsonSerializer.Deserialize<SeedDocument>(json, StateJson.Options) ?? throw new JsonException("No seed.");
}

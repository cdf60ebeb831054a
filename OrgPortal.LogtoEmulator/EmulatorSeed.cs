using OrgPortal.LogtoEmulator.Pages;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator;

/// <summary>What the emulator starts with and comes back to, and the addresses that its host adds to it.</summary>
internal sealed class EmulatorSeed(EmulatorOptions options, SeedDocument document)
{
    /// <summary>The seed that was planted last.</summary>
    public SeedDocument Document { get; private set; } = document;

    /// <summary>Reads the seed that the options ask for.</summary>
    /// <exception cref="EmulatorStartException">The file is missing or is no seed.</exception>
    public static EmulatorSeed From(EmulatorOptions options)
    {
        try
        {
            return new EmulatorSeed(options, options.SeedFile is { } file ? SeedDocument.FromFile(file) : DefaultSeed.Create());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new EmulatorStartException($"The seed {options.SeedFile} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>A state with the seed in it.</summary>
    /// <exception cref="EmulatorStartException">The seed names something it does not have.</exception>
    public LogtoState Plant(TimeProvider clock)
    {
        try
        {
            var state = new LogtoState(clock, Document);
            AddAddresses(state);
            return state;
        }
        catch (InvalidDataException wrong)
        {
            throw new EmulatorStartException($"The seed cannot be used: {wrong.Message}", wrong);
        }
    }

    /// <summary>Comes back to the last seed, or to another one.</summary>
    public void PlantAgain(LogtoState state, SeedDocument? other)
    {
        var next = other ?? Document;
        state.Load(next); // throws for a seed that cannot be used; then the last one is what a reset comes back to
        Document = next;
        AddAddresses(state);
    }

    /// <summary>People of the seed who can still sign in with the password it gave them.</summary>
    public IReadOnlyList<KnownPerson> PeopleIn(LogtoTables tables) =>
    [
        .. from person in Document.Users
           let user = tables.Users.FindByUsername(person.Username)
           let password = person.Password ?? ""
           where user is not null && Passwords.Matches(user.PasswordDigest, password)
           select new KnownPerson(person.Username, user.PrimaryEmail, password, string.Join(", ", OrganizationsOf(tables, user))),
    ];

    private static IEnumerable<string> OrganizationsOf(LogtoTables tables, User user) =>
        from organization in tables.Members.OrganizationsOf(user.Id).Select(tables.Organizations.Find).OfType<Organization>()
        let roles = (tables.Members.FindRoles(organization.Id, user.Id) ?? []).Select(role => tables.OrganizationRoles.Find(role)?.Name)
        select $"{organization.Name} ({string.Join(", ", roles)})";

    private void AddWebhooks(LogtoTables tables)
    {
        if (options.WebhookSigningKey is not { } key)
        {
            return;
        }

        foreach (var portal in options.PortalUrls)
        {
            tables.Hooks.Put(new Hook
            {
                Id = LogtoIds.Standard(),
                Name = "OrgPortal",
                Events = [.. Management.Hooks.Events.Where(name => name.StartsWith("Organization", StringComparison.Ordinal) || name.StartsWith("User.", StringComparison.Ordinal))],
                Config = System.Text.Json.JsonSerializer.SerializeToElement(new { url = new Uri(portal, "/webhooks/logto").AbsoluteUri }, StateJson.Options),
                SigningKey = key,
                CreatedAt = tables.Now,
            });
        }
    }

    private void AddAddresses(LogtoState state) => state.Write(tables =>
    {
        AddWebhooks(tables);
        if (!tables.Applications.TryFind(DefaultSeed.WebClientId, out var web))
        {
            return;
        }

        foreach (var portal in options.PortalUrls)
        {
            tables.AllowPortalAt(web.Id, portal.AbsoluteUri);
        }

        var metadata = tables.Applications.Find(web.Id)!.OidcClientMetadata;
        var backchannel = options.BackchannelLogoutUri?.AbsoluteUri
            ?? options.PortalUrls.Select(portal => portal.AbsoluteUri.TrimEnd('/') + "/backchannel-logout").FirstOrDefault()
            ?? metadata.BackchannelLogoutUri;
        tables.Applications.Put(tables.Applications.Find(web.Id)! with
        {
            OidcClientMetadata = metadata with
            {
                RedirectUris = [.. metadata.RedirectUris.Concat(options.RedirectUris.Select(uri => uri.AbsoluteUri)).Distinct()],
                PostLogoutRedirectUris =
                    [.. metadata.PostLogoutRedirectUris.Concat(options.PostLogoutRedirectUris.Select(uri => uri.AbsoluteUri)).Distinct()],
                BackchannelLogoutUri = backchannel,
            },
        });
    });
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>The emulator with one large organization, Acme, of which alice is administrator.</summary>
internal sealed class LogtoSubject(EmulatorHost logto) : ISubject
{
    /// <summary>Signs a token for the portal's API, alice's; for an organization when one is named.</summary>
    public const string Token = "token";

    /// <summary>Signs a token for the Management API, the portal's.</summary>
    public const string ManagementToken = "management-token";

    /// <summary>How many calls of the Management API were answered since they were last counted.</summary>
    public const string Calls = "calls";

    /// <summary>
    /// What became of changes under a limit so and so long, in milliseconds: how many were done, refused, and came before they might; how many were done in the windows between the
    /// first and the last, and how many windows that were; to how many addresses mails went.
    /// </summary>
    public const string Limited = "limited";

    /// <summary>How many invitations there are.</summary>
    public const string Invitations = "invitations";

    /// <summary>Invites so many more.</summary>
    public const string Invite = "invite";

    private const int JournalCapacity = 200_000;

    /// <summary>Where it listens, the organization's id, alice's, and the role of members.</summary>
    public string Introduction => logto.Control.State.Read(tables => string.Join(
        ' ', logto.Address.AbsoluteUri.TrimEnd('/'), tables.Organizations.Single().Id, Alice(tables), MemberRole(tables)));

    public static async Task<LogtoSubject> StartAsync(string[] settings)
    {
        var members = int.Parse(settings[1], CultureInfo.InvariantCulture);
        var options = LogtoEmulator.CommandLine.Read(["--urls", "http://127.0.0.1:0", .. settings[2..]]);
        options.EnvironmentName = "Development";
        options.JournalCapacity = JournalCapacity;
        options.LogToConsole = false;
        options.OwnsProcess = false;
        var logto = await EmulatorApplication.StartAsync(options);
        logto.Control.State.Write(tables => Fill(tables, members));
        return new LogtoSubject(logto);
    }

    public Task<string> AnswerAsync(string[] words) => Task.FromResult(words switch
    {
        [Token, ..] => Sign(EmulatorOptions.ApiResource, logto.Control.State.Read(Alice), EmulatorOptions.BrowserClientId, words.ElementAtOrDefault(1)),
        [ManagementToken] => Sign(EmulatorOptions.ManagementResource, EmulatorOptions.ManagementClientId, EmulatorOptions.ManagementClientId, null),
        [Calls] => Count(),
        [Limited, var window] => Limits(long.Parse(window, CultureInfo.InvariantCulture)),
        [Invitations] => logto.Control.State.Read(tables => tables.Invitations.Where(_ => true).Count()).ToString(CultureInfo.InvariantCulture),
        [Invite, var count] => logto.Control.State.Write(tables => Add(tables, int.Parse(count, CultureInfo.InvariantCulture))),
        _ => string.Empty,
    });

    public ValueTask DisposeAsync() => logto.DisposeAsync();

    private static string Alice(LogtoTables tables) => tables.Users.FindByUsername("alice")!.Id;

    private static string MemberRole(LogtoTables tables) => tables.OrganizationRoles.Single(role => role.Name == "member").Id;

    private static void Fill(LogtoTables tables, int members)
    {
        var (organization, role) = (tables.Organizations.Single().Id, MemberRole(tables));
        var users = Enumerable.Range(0, members)
            .Select(number => tables.Users.Put(new User { Id = LogtoIds.Short(), Name = $"Person {number}", PrimaryEmail = $"person-{number}@many.example" }).Id)
            .ToArray();
        tables.Members.Add(organization, users);
        foreach (var user in users)
        {
            tables.Members.SetRoles(organization, user, [role]);
        }
    }

    private static string Add(LogtoTables tables, int invitations)
    {
        var (organization, alice, role) = (tables.Organizations.Single().Id, Alice(tables), MemberRole(tables));
        for (var number = 0; number < invitations; number++)
        {
            tables.Invitations.Put(new Invitation
            {
                Id = LogtoIds.Standard(), OrganizationId = organization, InviterId = alice, Invitee = $"guest-{LogtoIds.Short()}@many.example", RoleIds = [role],
                CreatedAt = tables.Now, UpdatedAt = tables.Now, ExpiresAt = tables.Now + (long)TimeSpan.FromDays(7).TotalMilliseconds,
            });
        }

        return tables.Invitations.Where(_ => true).Count().ToString(CultureInfo.InvariantCulture);
    }

    private string Count()
    {
        var count = logto.Control.Journal.Entries.Count(entry => entry.Path.StartsWith("/api/", StringComparison.Ordinal));
        logto.Control.Journal.Clear();
        return count.ToString(CultureInfo.InvariantCulture);
    }

    private string Limits(long window)
    {
        var changes = logto.Control.Journal.Entries.Where(entry => entry.Path.StartsWith("/api/", StringComparison.Ordinal) && entry.Method != "GET").ToList();
        var done = changes.Where(entry => entry.Status is >= 200 and < 300).CountBy(entry => entry.Time.ToUnixTimeMilliseconds() / window).OrderBy(pair => pair.Key).ToList();
        var (first, last) = (done[0].Key, done[^1].Key);
        return string.Join(
            ' ',
            done.Sum(pair => pair.Value),
            changes.Count(entry => entry.Status == 429),
            changes.Count(entry => entry.Fault == "too early"),
            done.Where(pair => pair.Key > first && pair.Key < last).Sum(pair => pair.Value),
            Math.Max(0, last - first - 1),
            logto.Control.Mailbox.Select(mail => mail.To).Distinct().Count());
    }

    private string Sign(string audience, string subject, string client, string? organization)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new JsonObject
        {
            ["jti"] = LogtoIds.Standard(), ["sub"] = subject, ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["scope"] = "all read:member invite:member manage:member", ["client_id"] = client, ["iss"] = logto.Address + "oidc", ["aud"] = audience,
        };
        if (organization is not null)
        {
            claims["organization_id"] = organization;
        }

        return logto.Services.GetRequiredService<SigningKey>().Sign("at+jwt", claims);
    }
}

using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary><c>/</c>: what this is, who is in it, and where to look.</summary>
internal sealed class IndexPage(LogtoState state, EmulatorSeed seed, EmulatorAddress address)
{
    public Task HandleAsync(HttpContext context)
    {
        var (people, applications) = state.Read(tables => (
            seed.PeopleIn(tables),
            seed.Document.Applications.Where(application => tables.Applications.Has(application.Id)).ToArray()));
        return Page.WriteAsync(context, new Page("Logto emulator", $"""
            <p>This answers as Logto does, for development and tests. It is not Logto: it keeps everything in memory, listens on this machine only and forgets when it stops.</p>
            <ul>
              <li><a href="/mailbox">Mailbox</a>: the messages that would have been sent</li>
              <li><a href="/oidc/.well-known/openid-configuration">Discovery</a> of the issuer <code>{address.Issuer}</code></li>
              <li>Management API at <code>{address.Of("/api")}</code>, resource <code>{Resource.ManagementApiIndicator}</code></li>
              <li><a href="/emulator">Control</a>: reset, seed, clock, faults, journal</li>
            </ul>
            <h2>People</h2>
            <div class="scroll"><table>
              <thead><tr><th scope="col">User</th><th scope="col">E-mail</th><th scope="col">Password</th><th scope="col">Organizations</th></tr></thead>
              <tbody>{people.Select(Person)}</tbody>
            </table></div>
            <h2>Applications</h2>
            <div class="scroll"><table>
              <thead><tr><th scope="col">Name</th><th scope="col">Id</th><th scope="col">Secret</th></tr></thead>
              <tbody>{applications.Select(Application)}</tbody>
            </table></div>
            """)
        {
            IsWide = true,
        });
    }

    private static Markup Person(KnownPerson person) => $"""
        <tr><td>{person.Username}</td><td>{person.Email}</td><td><code>{person.Password}</code></td><td>{person.Organizations}</td></tr>
        """;

    private static Markup Application(SeedApplication application) => $"""
        <tr><td>{application.Name}</td><td><code>{application.Id}</code></td><td><code>{application.Secret}</code></td></tr>
        """;
}

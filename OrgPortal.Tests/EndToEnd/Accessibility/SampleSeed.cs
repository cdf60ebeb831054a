using System.Text.Json;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>What pages are looked at with: an organization as there are many, and one in which every name is as long or as foreign as it may be.</summary>
internal static class SampleSeed
{
    /// <summary>The ordinary organization. Ana administers it.</summary>
    public const string Organization = "Acme";

    /// <summary>An organization's name can be this long: 128 characters.</summary>
    public static readonly string LongOrganization = string.Concat(Enumerable.Repeat("Gesellschaft für Wasserwirtschaft ", 4)).Trim()[..127] + "e";

    /// <summary>As long as a person's name can be shown: 120 characters, of which 60 have no place to break.</summary>
    public static readonly string LongPerson = "Maximiliane " + new string('w', 60) + " von und zu " + new string('n', 36);

    /// <summary>A name written from right to left.</summary>
    public const string ForeignPerson = "محمد عبد الله الفارسي";

    private static readonly (string Username, string Name, string Role)[] Members =
    [
        ("ana", "Ana Ferreira", "admin"), ("fatima", "Fatima Zahra El Amrani", "member"), ("sofia", "Sofia Rossi", "member"), ("maria", "María José Carreño", "member"),
        ("noah", "Noah Weber", "member"), ("yuki", "佐藤 由紀", "member"), ("jon", "Jón Þór Birgisson", "member"), ("priya", "Priya Raman", "editor"),
        ("tom", "Tomasz Kowalski", "editor"), ("grace", "Grace Okafor", "admin"), ("li", "李晓明", "member"), ("zoe", "Zoë Laurent", "member"),
    ];

    /// <summary>The seed as JSON.</summary>
    public static string Json()
    {
        var usual = DefaultSeed.Create();
        SeedUser[] extremes =
        [
            Person("long", LongPerson, $"{new string('l', 60)}@a-rather-long-domain-of-nobody-in-particular.example"),
            Person("foreign", ForeignPerson), Person("nameless", null), Person("shalom", "שלום כהן"),
        ];
        return JsonSerializer.Serialize(
            usual with
            {
                OrganizationRoles = [.. usual.OrganizationRoles, new SeedRole("editor", "Invites people and changes the profile", RoleType.User, ["read:member", "invite:member", "manage:organization"])],
                Users = [.. Members.Select(member => Person(member.Username, member.Name)), .. usual.Users, .. extremes],
                Organizations =
                [
                    new(Organization, "A company that makes everything", [.. Members.Select(member => new SeedMember(member.Username, [member.Role]))]),
                    new(LongOrganization, null, [new("ana", ["admin"]), new("long", ["member"]), new("foreign", ["member", "editor", "admin"]), new("nameless"), new("shalom", ["member"])]),
                    new("مؤسسة الأفق", null, [new("ana", ["admin"])]),
                ],
            },
            StateJson.Options);
    }

    private static SeedUser Person(string username, string? name, string? address = null) =>
        new(username, address ?? $"{username}@acme.example", name, Support.TestBrowser.PasswordOf(username));
}

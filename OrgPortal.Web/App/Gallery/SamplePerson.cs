namespace OrgPortal.Web.App.Gallery;

/// <summary>Somebody to fill the gallery's table with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The address; also the id.</param>
/// <param name="Role">The role's key.</param>
/// <param name="LastSignIn">When the person was last seen.</param>
/// <param name="Joined">When the person joined.</param>
internal sealed record SamplePerson(string Name, string Address, string Role, DateTimeOffset? LastSignIn, DateTimeOffset Joined)
{
    /// <summary>A page of people with names of every kind.</summary>
    public static IReadOnlyList<SamplePerson> Some(DateTimeOffset now) =>
    [
        new("Maya Lindqvist", "maya.lindqvist@acme.example", "admin", now, Day(2024, 1, 14)),
        new("Ana Ferreira", "ana.ferreira@acme.example", "member", now.AddHours(-2), Day(2024, 3, 3)),
        new("李雪", "xue.li@acme.example", "admin", now.AddHours(-4), Day(2024, 3, 3)),
        new("Jonas Weber", "jonas.weber@acme.example", "member", now.AddDays(-1), Day(2024, 4, 18)),
        new("Priya Raghunathan-Venkateswaran", "priya.raghunathan@acme.example", "member", now.AddDays(-3), Day(2024, 5, 2)),
        new("Tomás Ó Briain", "tomas.obriain@acme.example", "member", now.AddDays(-3), Day(2024, 5, 2)),
        new("عمر حداد", "omar.haddad@acme.example", "member", now.AddDays(-5), Day(2024, 5, 20)),
        new("Grace Okonkwo", "grace.okonkwo@acme.example", "owner", now.AddDays(-8), Day(2024, 1, 14)),
        new("Felix Brandt", "felix.brandt@acme.example", "member", now.AddDays(-9), Day(2024, 6, 9)),
        new("Hana Kobayashi", "hana.kobayashi@acme.example", "member", null, Day(2024, 7, 1)),
    ];

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);
}

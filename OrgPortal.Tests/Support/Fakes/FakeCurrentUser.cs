using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Whoever the test says is signed in; nobody at first.</summary>
public sealed class FakeCurrentUser : ICurrentUser
{
    public Person? Person { get; set; }

    /// <summary>Whom background work acts for while it runs, where a test does it.</summary>
    public Func<Person?>? Acting { get; set; }

    public ValueTask<Person?> GetAsync() => ValueTask.FromResult(Acting?.Invoke() ?? Person);

    /// <summary>Signs a person in.</summary>
    public Person SignIn(UserId user, string name = "Ada Lovelace", string? email = "ada@example.com") =>
        Person = new Person(user, name, email, null, "session");

    public void SignOut() => Person = null;
}

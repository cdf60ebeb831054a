namespace OrgPortal.Web.Authentication;

/// <summary>
/// Whom background work acts for: somebody who asked for it and may have left since. Set in a scope of its own that no request and no circuit
/// has. It says who is meant, never what is allowed: the guard asks Logto about that person as about any other.
/// </summary>
internal sealed class ActingPerson
{
    /// <summary>The person; <see langword="null"/> where a request or a circuit says who is there.</summary>
    public Person? Person { get; private set; }

    /// <summary>From now on this scope acts for the person.</summary>
    public void ActFor(Person person) => Person = person;
}

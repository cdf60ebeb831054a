namespace OrgPortal.Web.Authentication;

/// <summary>Who acts: the only way a service learns it. Works during a request, in a circuit and behind a bearer token.</summary>
public interface ICurrentUser
{
    /// <summary>The signed-in person, or <see langword="null"/> when nobody is, or the session has ended.</summary>
    ValueTask<Person?> GetAsync();
}

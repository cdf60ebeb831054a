using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Lists and ends sessions. Open pages of an ended session show it at once, on other nodes within half a minute when they cannot be told.</summary>
public interface ISessions
{
    /// <summary>Ends one session. Ending it again does nothing.</summary>
    /// <param name="session">The session's key: <see cref="Person.SessionId"/>.</param>
    Task EndAsync(string session);

    /// <summary>A person's sessions, the one used last first.</summary>
    Task<IReadOnlyList<OpenSession>> ListAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Ends every session of a person.</summary>
    Task EndAllAsync(UserId user);
}

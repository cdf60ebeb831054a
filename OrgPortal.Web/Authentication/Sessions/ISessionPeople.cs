using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Lets sessions know what their person is called by now.</summary>
public interface ISessionPeople
{
    /// <summary>Changes name and picture in every session of the person, and announces it: open pages show it at once, on every node.</summary>
    /// <param name="user">Who.</param>
    /// <param name="name">The name; <see langword="null"/> for none.</param>
    /// <param name="picture">The picture's address; <see langword="null"/> for none.</param>
    Task RenameAsync(UserId user, string? name, string? picture);
}

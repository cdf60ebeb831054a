namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>The six people of the table, in its order.</summary>
internal enum Actor
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>Belongs to the organization, with a role that carries none of the portal's permissions.</summary>
    MemberWithoutRights,

    /// <summary>Administers an organization, but not this one.</summary>
    AdministratorElsewhere,

    /// <summary>Holds every permission in this organization.</summary>
    Administrator,

    /// <summary>An administrator whose account was suspended in Logto a moment ago; the session still stands.</summary>
    Suspended,

    /// <summary>An administrator who used the right a moment ago, and from whom it was then taken away in Logto, past the portal.</summary>
    RightTakenAway,
}

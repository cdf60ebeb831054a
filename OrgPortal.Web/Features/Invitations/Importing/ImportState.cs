namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Goes on, or waits for its turn.</summary>
    Running,

    /// <summary>Somebody paused it.</summary>
    Paused,

    /// <summary>Every row has an outcome.</summary>
    Done,

    /// <summary>Somebody cancelled it: the rest is not sent.</summary>
    Cancelled,

    /// <summary>The portal stopped it: whoever asked for it may not any more.</summary>
    Stopped,
}

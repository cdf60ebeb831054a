namespace OrgPortal.Web.Store;

/// <summary>One write that somebody waits for.</summary>
/// <param name="kind">Who writes it.</param>
internal abstract class GatheredWrite(IGatheredKind kind)
{
    /// <summary>Who writes it.</summary>
    public IGatheredKind Kind => kind;

    /// <summary>Whether whoever waits goes on.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>It was not written; nothing if it has been answered.</summary>
    public abstract void Failed(Exception exception);
}

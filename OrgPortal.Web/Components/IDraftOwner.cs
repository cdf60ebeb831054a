namespace OrgPortal.Web.Components;

/// <summary>Whose drafts are kept. The shell, which knows who is signed in, implements it.</summary>
public interface IDraftOwner
{
    /// <summary>The person's id; nothing when nobody is signed in, and then no draft is kept.</summary>
    ValueTask<string?> IdAsync();
}

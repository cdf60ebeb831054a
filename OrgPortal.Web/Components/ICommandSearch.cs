using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>Finds what the palette does not know by heart, such as people. Features register one each (scoped). It keeps a handful, bounded, in a circuit.</summary>
public interface ICommandSearch
{
    /// <summary>What is known without asking anybody: seen lately, or read for this palette. The palette looks through it with every letter.</summary>
    IReadOnlyList<PaletteCommand> Known(OrganizationAccess access);

    /// <summary>Asks for what was typed; called once for each pause in typing. At most one or two calls to Logto.</summary>
    /// <returns>What was found by the words themselves. What is known since is in <see cref="Known"/>.</returns>
    Task<Result<IReadOnlyList<PaletteCommand>>> FindAsync(OrganizationAccess access, string text, CancellationToken cancellationToken);

    /// <summary>The palette was closed: what was read for it is dropped.</summary>
    void Rest();
}

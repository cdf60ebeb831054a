namespace OrgPortal.Web.Components;

/// <summary>Words at the edge of the page.</summary>
/// <param name="Text">The words.</param>
/// <param name="Failed">Whether they tell of a failure: they stay until dismissed.</param>
/// <param name="Undo">Takes the act back.</param>
internal sealed record Toast(string Text, bool Failed, Func<Task>? Undo)
{
    /// <summary>Tells two toasts with the same words apart.</summary>
    public Guid Key { get; } = Guid.NewGuid();
}

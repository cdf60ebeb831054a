namespace OrgPortal.Web.Components;

/// <summary>What forms do with a <see cref="Draft{TValue}"/> that is only there while they are open.</summary>
internal static class DraftExtensions
{
    /// <summary>Takes the draft away, where there is one.</summary>
    public static Task DropIfAnyAsync<TValue>(this Draft<TValue>? draft) => draft?.DropAsync() ?? Task.CompletedTask;
}

namespace OrgPortal.Web.Components;

/// <summary>Ids that join a label, a hint or a menu to its control.</summary>
internal static class ElementId
{
    private static int _last;

    /// <summary>An id that no other element of this process has.</summary>
    public static string Next() => $"e{(uint)Interlocked.Increment(ref _last)}";
}

namespace OrgPortal.Web.Logto;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page's items; empty past the end.</param>
/// <param name="Request">Which page was asked for.</param>
/// <param name="TotalCount">How many there are in all, from the header <c>Total-Number</c>.</param>
public record Page<T>(IReadOnlyList<T> Items, PageRequest Request, int TotalCount);

/// <summary>Which page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">1 to 100, Logto's limit.</param>
public readonly record struct PageRequest(int Number, int Size)
{
    /// <summary>The largest page that Logto gives out.</summary>
    public const int MaxSize = 100;
}

namespace OrgPortal.Web.Logto;

/// <summary>A page that several who asked at the same time are given. What each would make of it, is made once.</summary>
/// <inheritdoc />
public sealed record SharedPage<T>(IReadOnlyList<T> Items, PageRequest Request, int TotalCount) : Page<T>(Items, Request, TotalCount)
{
    private object? _made;

    // What is made anew of it says something else: nothing is taken along.
    private SharedPage(SharedPage<T> other)
        : base(other)
    {
    }

    /// <summary>What the first who asks makes of it. Two who ask at the same moment may both make it, and what else is made of it takes the place of the first.</summary>
    /// <typeparam name="TMade">A type of its own for each thing that is made.</typeparam>
    /// <param name="make">Makes the same for everybody.</param>
    internal TMade MakeOnce<TMade>(Func<TMade> make)
        where TMade : class
    {
        if (_made is TMade known)
        {
            return known;
        }

        var made = make();
        _made = made;
        return made;
    }
}

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>One line of the table.</summary>
/// <param name="Operation">A service's method, or a method and an address.</param>
/// <param name="AsksFor">What the guard was asked, in words.</param>
/// <param name="Outcomes">What came of it, one for each <see cref="Actor"/> in order.</param>
internal sealed record MatrixRow(string Operation, string AsksFor, IReadOnlyList<string> Outcomes)
{
    public string Of(Actor actor) => Outcomes[(int)actor];

    public override string ToString() => $"| `{Operation}` | {AsksFor} | {string.Join(" | ", Outcomes)} |";
}

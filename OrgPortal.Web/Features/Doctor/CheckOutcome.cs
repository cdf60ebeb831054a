namespace OrgPortal.Web.Features.Doctor;

/// <summary>What a check found, as the name of a sentence with what is put into it. Warnings and failures have a sentence that says what to do, with the same things in it.</summary>
/// <param name="Status">What it came to.</param>
/// <param name="Case">Which sentence of the check's own; one with a dot belongs to all checks.</param>
/// <param name="Arguments">What is put in: texts, numbers, never a secret.</param>
internal sealed record CheckOutcome(CheckStatus Status, string Case, params IReadOnlyList<object> Arguments)
{
    /// <summary>As it should be.</summary>
    public static CheckOutcome Pass(string @case, params IReadOnlyList<object> arguments) => new(CheckStatus.Pass, @case, arguments);

    /// <summary>Works, but should be known.</summary>
    public static CheckOutcome Warn(string @case, params IReadOnlyList<object> arguments) => new(CheckStatus.Warning, @case, arguments);

    /// <summary>Does not work.</summary>
    public static CheckOutcome Fail(string @case, params IReadOnlyList<object> arguments) => new(CheckStatus.Failure, @case, arguments);

    /// <summary>Cannot be told, because of what another check found.</summary>
    public static CheckOutcome Skip(string because) => Skip(new CheckTitle(because));

    /// <inheritdoc cref="Skip(string)" />
    public static CheckOutcome Skip(CheckTitle because) => new(CheckStatus.Skipped, "skipped.because", because);
}

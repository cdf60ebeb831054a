using System.Globalization;
using CsCheck;

namespace OrgPortal.Tests.Properties;

/// <summary>
/// Asks a property of many generated inputs. An ordinary run asks the same <see cref="Usual"/> ones every time: what turns it red is a change, not chance.
/// <c>ORGPORTAL_FUZZ_CASES</c> asks that many new ones. A failure names its seed, which <c>CsCheck_Seed</c> in the environment repeats.
/// </summary>
internal static class Cases
{
    /// <summary>How many inputs a property gets in an ordinary test run.</summary>
    private const long Usual = 10_000;

    private static readonly long? New =
        long.TryParse(Environment.GetEnvironmentVariable("ORGPORTAL_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;

    private static readonly bool Repeats = Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 };

    /// <summary>Asserts of every input.</summary>
    /// <param name="inputs">Makes them.</param>
    /// <param name="property">Throws where the property does not hold.</param>
    /// <param name="costing">How many ordinary inputs one of these is worth: slow properties get fewer.</param>
    public static void Check<T>(Gen<T> inputs, Action<T> property, int costing = 1)
    {
        var count = Math.Max(100, (New ?? Usual) / costing);
        if (New is not null || Repeats)
        {
            Sample(inputs, property, count);
            return;
        }

        var random = new PCG(stream: 1, seed: 1);
        for (var made = 0L; made < count; made++)
        {
            var seed = random.ToString();
            var holds = false;
            try
            {
                property(inputs.Generate(random, null, out _));
                holds = true;
            }
            finally
            {
                if (!holds)
                {
                    // Once more by its seed: looks for a smaller input that fails, and tells of it.
                    Sample(inputs, property, count, seed);
                }
            }
        }
    }

    private static void Sample<T>(Gen<T> inputs, Action<T> property, long count, string? seed = null) =>
        inputs.Sample(property, seed: seed, iter: count, threads: 1, print: input => Texts.Shown(input));
}

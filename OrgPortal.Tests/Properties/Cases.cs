using System.Globalization;
using CsCheck;

namespace OrgPortal.Tests.Properties;

/// <summary>
/// Asks a property of many generated inputs. How many is said once for all properties: in <c>ORGPORTAL_FUZZ_CASES</c>, or <see cref="Usual"/>.
/// A failure names its seed, which <c>CsCheck_Seed</c> in the environment repeats.
/// </summary>
internal static class Cases
{
    /// <summary>How many inputs a property gets in an ordinary test run.</summary>
    private const long Usual = 10_000;

    private static readonly long PerProperty =
        long.TryParse(Environment.GetEnvironmentVariable("ORGPORTAL_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;

    /// <summary>Asserts of every input.</summary>
    /// <param name="inputs">Makes them.</param>
    /// <param name="property">Throws where the property does not hold.</param>
    /// <param name="costing">How many ordinary inputs one of these is worth: slow properties get fewer.</param>
    public static void Check<T>(Gen<T> inputs, Action<T> property, int costing = 1) =>
        inputs.Sample(property, iter: Math.Max(100, PerProperty / costing), threads: 1, print: input => Texts.Shown(input));
}

using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests;

/// <summary>
/// bUnit's queries with <see cref="Patience"/>. They stand in the tests' outermost namespace, so that the compiler prefers them to
/// bUnit's own of the same names in every test.
/// </summary>
internal static class PatientQueries
{
    /// <summary>The first element that fits, as soon as there is one.</summary>
    public static IElement Find<TComponent>(this IRenderedComponent<TComponent> rendered, string selector)
        where TComponent : IComponent =>
        Patience.Until(rendered, () => RenderedComponentExtensions.Find(rendered, selector));

    /// <summary>The elements that fit now; what comes only later is waited for with <c>WaitForAssertion</c>.</summary>
    public static IReadOnlyList<IElement> FindAll<TComponent>(this IRenderedComponent<TComponent> rendered, string selector)
        where TComponent : IComponent =>
        Patience.Read(rendered, () => RenderedComponentExtensions.FindAll(rendered, selector));

    /// <summary>Waits until the assertion holds, whether or not this component is what renders then.</summary>
    public static void WaitForAssertion<TComponent>(this IRenderedComponent<TComponent> rendered, Action assertion)
        where TComponent : IComponent =>
        Patience.Until(rendered, () =>
        {
            assertion();
            return true;
        });

    /// <summary>Waits until nothing fits (any more).</summary>
    public static void AssertNone<TComponent>(this IRenderedComponent<TComponent> rendered, string selector)
        where TComponent : IComponent =>
        rendered.WaitForAssertion(() => Assert.Empty(rendered.FindAll(selector)));
}

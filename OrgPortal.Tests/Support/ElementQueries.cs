using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Tests.Support;

/// <summary>Finds elements as a person does: by what they are and what they are called.</summary>
internal static class ElementQueries
{
    /// <summary>The only button with this accessible name, as soon as it is there.</summary>
    public static IElement Button<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent => Patience.Until(rendered, () => Assert.Single(rendered.Buttons(name)));

    /// <summary>The buttons with this accessible name now.</summary>
    public static IReadOnlyList<IElement> Buttons<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent => [.. rendered.FindAll("button").Where(button => NameOf(button) == name)];

    /// <summary>The only item of the open menu with this name, as soon as it is there.</summary>
    public static IElement MenuItem<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent =>
        Patience.Until(rendered, () => Assert.Single(rendered.FindAll("[role^=menuitem]"), item => NameOf(item).StartsWith(name, StringComparison.Ordinal)));

    /// <summary>The words of an element without surplus white space.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(IElement element) => element.GetAttribute("aria-label") ?? element.Words();
}

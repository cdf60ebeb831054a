using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Tests.Support;

/// <summary>Finds elements as a person does: by what they are and what they are called.</summary>
internal static class ElementQueries
{
    private static readonly ConditionalWeakTable<IElement, Func<IElement?>> FoundBy = new();

    /// <summary>The only button with this accessible name, as soon as it is there.</summary>
    public static IElement Button<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent =>
        Found(Patience.Until(rendered, () => Assert.Single(rendered.Buttons(name))), () => Only(rendered, () => rendered.Buttons(name)));

    /// <summary>The buttons with this accessible name now.</summary>
    public static IReadOnlyList<IElement> Buttons<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent => [.. rendered.FindAll("button").Where(button => NameOf(button) == name)];

    /// <summary>The only item of the open menu with this name, as soon as it is there.</summary>
    public static IElement MenuItem<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent =>
        Found(Patience.Until(rendered, () => Assert.Single(rendered.MenuItems(name))), () => Only(rendered, () => rendered.MenuItems(name)));

    /// <summary>What stands now in the place of a button or an item that was found here: what is drawn anew is another element, and nobody hears the old one.</summary>
    public static IElement AsDrawnNow(this IElement element) => FoundBy.TryGetValue(element, out var again) && again() is { } drawn ? drawn : element;

    /// <summary>The words of an element without surplus white space.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Found(IElement element, Func<IElement?> again)
    {
        FoundBy.AddOrUpdate(element, again);
        return element;
    }

    private static IElement? Only<TComponent>(IRenderedComponent<TComponent> rendered, Func<IReadOnlyList<IElement>> all)
        where TComponent : IComponent => !rendered.IsDisposed && all() is [var only] ? only : null;

    private static IReadOnlyList<IElement> MenuItems<TComponent>(this IRenderedComponent<TComponent> rendered, string name)
        where TComponent : IComponent => [.. rendered.FindAll("[role^=menuitem]").Where(item => NameOf(item).StartsWith(name, StringComparison.Ordinal))];

    /// <summary>The accessible name: of what it is labelled by, where it is.</summary>
    public static string NameOf(IElement element) => element.GetAttribute("aria-labelledby") is { } labelledBy
        ? string.Join(' ', labelledBy.Split(' ').Select(id => Root(element).QuerySelector("#" + id)?.Words()))
        : element.GetAttribute("aria-label") ?? element.Words();

    private static IParentNode Root(IElement element) => (IParentNode)element.GetRoot();
}

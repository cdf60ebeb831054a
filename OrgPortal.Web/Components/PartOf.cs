using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>Draws a component whose type is known only when the portal runs, without another component around it as the framework's <see cref="DynamicComponent"/> is.</summary>
internal static class PartOf
{
    /// <summary>The component, without parameters.</summary>
    /// <param name="type">What it is.</param>
    public static RenderFragment Type(Type type) => builder =>
    {
        builder.OpenComponent(0, type);
        builder.CloseComponent();
    };
}

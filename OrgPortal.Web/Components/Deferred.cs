using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OrgPortal.Web.Components;

/// <summary>Renders its content in a turn of its own: after siblings before it have taken their parameters.</summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>What to render.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}

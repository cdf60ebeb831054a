using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace OrgPortal.Tests.Support;

/// <summary>Addresses made of routes.</summary>
internal static class RouteFill
{
    /// <summary>The route's path with something in the place of its parameters that their constraints let pass.</summary>
    public static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }, ..] } => "404",
        _ => "abcdef123456",
    }))));
}

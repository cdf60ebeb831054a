using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Api;

/// <summary><c>{member:id}</c>: what is no identifier names nothing, so there is no such address.</summary>
internal sealed class IdentifierConstraint : IRouteConstraint
{
    /// <summary>The constraint's name.</summary>
    public const string Name = "id";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        UserId.TryParse(values[routeKey]?.ToString(), null, out _);
}

using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication;

internal sealed class CurrentUser(AuthenticationStateProvider provider, ActingPerson acting) : ICurrentUser
{
    public async ValueTask<Person?> GetAsync() => acting.Person ?? PersonOf((await provider.GetAuthenticationStateAsync()).User);

    private static Person? PersonOf(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated is not true || !UserId.TryParse(user.FindFirstValue(PortalClaims.Subject), null, out var id))
        {
            return null;
        }

        var address = Text(user, PortalClaims.EmailAddress)?.ToLowerInvariant();
        return new Person(
            id,
            Text(user, PortalClaims.Name) ?? Text(user, PortalClaims.UserName) ?? address ?? id.Value,
            address,
            PictureOf(Text(user, PortalClaims.Picture)),
            user.FindFirstValue(PortalClaims.Session),
            PortalClaims.AuthenticatedAt(user));
    }

    private static string? Text(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type)?.Trim() is { Length: > 0 } value ? value : null;

    private static Uri? PictureOf(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;
}

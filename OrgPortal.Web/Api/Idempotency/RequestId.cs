using System.Reflection;
using System.Security.Claims;
using OrgPortal.Web.Authentication;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>
/// What a service knows a try by, where it knows tries: the same for every request with the same person and <c>Idempotency-Key</c>, also when the first
/// one died with its node; else a new one each time. An endpoint takes it as a parameter.
/// </summary>
/// <param name="Value">The id.</param>
internal readonly record struct RequestId(Guid Value)
{
    /// <summary>Called by the framework.</summary>
    public static ValueTask<RequestId> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(
            IdempotencyKey.TryRead(context.Request, out var key) && key is not null && context.User.FindFirstValue(PortalClaims.Subject) is { } person
                ? new RequestId(new Guid(Convert.FromHexString(IdempotencyKey.IdOf(person, key)).AsSpan(0, 16)))
                : new RequestId(Guid.CreateVersion7()));
    }
}

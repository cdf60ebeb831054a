using System.Reflection;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>The real guard with an ear at it, or with a hole in it.</summary>
public class GuardProxy : DispatchProxy
{
    private IOrganizationGuard _inner = null!;
    private Hole _hole;
    private List<GuardQuestion> _asked = [];

    /// <summary>What is wrong with the guard.</summary>
    public enum Hole
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>Everybody may do everything.</summary>
        AllowsEverything,

        /// <summary>Whoever is signed in may do everything.</summary>
        AllowsWhoeverIsSignedIn,

        /// <summary>Every member may do everything.</summary>
        AllowsEveryMember,

        /// <summary>A right that was read for a page is good enough for a change.</summary>
        TrustsRememberedRights,
    }

    internal static IOrganizationGuard Wrap(IOrganizationGuard inner, List<GuardQuestion> asked, Hole hole)
    {
        var guard = Create<IOrganizationGuard, GuardProxy>();
        var proxy = (GuardProxy)(object)guard;
        (proxy._inner, proxy._asked, proxy._hole) = (inner, asked, hole);
        return guard;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var (method, arguments) = (targetMethod!, args!);
        List<PermissionKey?> permissions = [.. arguments.OfType<PermissionKey>().Concat(arguments.OfType<IEnumerable<PermissionKey>>().SelectMany(several => several))];
        var permission = permissions.FirstOrDefault();
        var organization = arguments.OfType<OrganizationId>().FirstOrDefault();
        lock (_asked)
        {
            _asked.AddRange(permissions.DefaultIfEmpty().Select(needed => new GuardQuestion(method.Name, needed)));
        }

        return (_hole, permission) switch
        {
            (Hole.AllowsEverything or Hole.AllowsWhoeverIsSignedIn, _) when method.ReturnType != typeof(Task<Failure?>) => method.Invoke(_inner, arguments),
            (Hole.AllowsEverything, _) => Task.FromResult<Failure?>(null),
            (Hole.AllowsWhoeverIsSignedIn, _) => _inner.DenyUnlessSignedInAsync(),
            (Hole.AllowsEveryMember, { }) => _inner.DenyUnlessMemberAsync(organization),
            (Hole.TrustsRememberedRights, { } needed) => _inner.DenyReadUnlessAsync(organization, needed),
            _ => method.Invoke(_inner, arguments),
        };
    }
}

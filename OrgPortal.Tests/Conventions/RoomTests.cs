using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OrgPortal.Web;

namespace OrgPortal.Tests.Conventions;

/// <summary>The walls between the rooms, by what their types name. Where a wall must move, this table moves in the same commit.</summary>
public sealed class RoomTests
{
    private const string Root = "OrgPortal.Web.";

    /// <summary>What each room may name beside itself.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Results"] = [],
        ["Observability"] = [],
        ["Logto"] = ["Observability"],
        ["Events"] = ["Logto"],
        ["Store"] = ["Logto"],
        ["Locks"] = ["Logto", "Results", "Store"],
        ["Scheduling"] = ["Store"],
        ["Notices"] = ["Authorization", "Events", "Logto", "Results", "Store"],
        ["Webhooks"] = ["Authentication", "Events", "Features", "Features.Members", "Logto", "Results"],
        ["Hosting"] = ["Store"],
        ["Product"] = ["App", "Components", "Hosting", "Logto"],
        ["Localization"] = ["Results", "Authorization", "Authentication"],
        ["Authentication"] = ["Logto", "Results", "Store", "Hosting", "App", "Components", "Events"],
        ["Audit"] = ["Authentication", "Events", "Logto", "Results", "Store"],
        ["Authorization"] = ["Authentication", "Logto", "Results", "Events", "Audit", "Features", "Observability"],
        ["Components"] = ["Results", "Authorization", "Logto", "Localization", "App"],
        ["Outbound"] = [],
        ["Images"] = ["Components", "Hosting", "Outbound"],
        ["Features"] = ["Logto", "Results", "Store"],
        ["Commands"] = ["Audit", "Features.Doctor", "Hosting", "Logto", "Provisioning", "Store"],
        ["Provisioning"] = ["Logto"],
        ["App"] = ["Components", "Authentication", "Authorization", "Localization", "Logto", "Product", "Results", "Hosting"],
        ["Api"] = ["Authentication", "Authorization", "Hosting", "Localization", "Logto", "Results", "Scheduling", "Store"],
        ["Features.*"] = ["Features", "Api", "Audit", "Authentication", "Authorization", "Components", "Events", "Localization", "Locks", "Logto", "Notices", "Results", "Store", "App", "Hosting", "Product", "Scheduling", "Outbound"],
    };

    /// <summary>Which features know of another: the wizard invites, settings offer to leave, and whoever invites asks who belongs already, a member has a history, an account offers to leave, a link to join by is an invitation to many, an overview tells of all, members without a second factor are members, the doctor looks at what others need, and operators see organizations, their people and their log, clear away half-made ones, and compare the tenant with the provisioning file.</summary>
    private static readonly HashSet<string> Neighbours =
        [
            "Features.Organizations -> Features.Invitations",
            "Features.Organizations -> Features.Members",
            "Features.Invitations -> Features.Members",
            "Features.Members -> Features.Audit",
            "Features.Account -> Features.Members",
            "Features.JoinLinks -> Features.Invitations",
            "Features.JoinLinks -> Features.Members",
            "Features.JoinLinks -> Features.Domains",
            "Features.Domains -> Features.Members",
            "Features.Requests -> Features.Domains",
            "Features.Requests -> Features.Members",
            "Features.Organizations -> Features.Requests",
            "Features.Roles -> Features.Members",
            "Features.Overview -> Features.Audit",
            "Features.Overview -> Features.Domains",
            "Features.Overview -> Features.Invitations",
            "Features.Overview -> Features.Members",
            "Features.Overview -> Features.Requests",
            "Features.Overview -> Features.Security",
            "Features.Security -> Features.Members",
            "Features.Doctor -> Features.Organizations",
            "Features.Doctor -> Features.Domains",
            "Features.Doctor -> Features.EnterpriseSignIn",
            "Features.EnterpriseSignIn -> Features.Domains",
            "Features.EnterpriseSignIn -> Features.Members",
            "Features.Doctor -> Webhooks",
            "Features.Operators -> Features.Audit",
            "Features.Operators -> Features.Members",
            "Features.Operators -> Features.Organizations",
            "Features.Operators -> Features.Visits",
            "Features.Operators -> Provisioning",
        ];

    private static readonly Type[] Types = [.. typeof(PortalApplication).Assembly.GetTypes().Where(type => RoomOf(type) is not null)];

    [Fact]
    public void There_are_rooms_to_look_at() => Assert.Superset(new HashSet<string?> { "Logto", "Store", "Authentication", "Features.Members" }, Types.Select(RoomOf).ToHashSet());

    [Fact]
    public void Rooms_name_only_the_rooms_they_may()
    {
        var crossings = from type in Types
                        let room = RoomOf(type)!
                        from named in TypeReferences.Of(type)
                        let other = RoomOf(named)
                        where other is not null && other != room && !IsAllowed(room, other)
                        select $"{room} -> {other}: {NameOf(type)} names {NameOf(named)}";

        AssertNone(crossings);
    }

    [Fact]
    public void Only_the_rooms_at_the_edge_speak_http()
    {
        var crossings = from type in Types
                        where RoomOf(type) is not ("Logto" or "Authentication" or "Hosting" or "Images" or "Outbound")
                        from named in TypeReferences.Of(type)
                        where named.Namespace == "System.Net.Http" && named != typeof(HttpMethod)
                        select $"{NameOf(type)} names {named.Name}";

        AssertNone(crossings);
    }

    [Fact]
    public void The_request_is_seen_only_where_it_belongs()
    {
        // The two documents that are rendered for a request, the forms that set a cookie, and the way back that a cookie keeps.
        string[] known = ["PortalApp", "ErrorPage", "PreferencesEndpoints", "ReturnToMiddleware", "ReturnToCookie"];
        var crossings = from type in Types
                        where RoomOf(type) is not ("Authentication" or "Hosting" or "Webhooks" or "Api") && !known.Contains(Outermost(type).Name)
                        from named in TypeReferences.Of(type)
                        where named == typeof(HttpContext) || named == typeof(IHttpContextAccessor)
                        select $"{NameOf(type)} names {named.Name}";

        AssertNone(crossings);
    }

    [Fact]
    public void Pages_and_components_reach_Logto_only_through_services()
    {
        var crossings = from type in Types
                        where typeof(IComponent).IsAssignableFrom(Outermost(type))
                        from named in TypeReferences.Of(type)
                        where named.Namespace is "OrgPortal.Web.Logto.Clients" or "OrgPortal.Web.Logto.Connection" or "OrgPortal.Web.Store" or "System.Net.Http"
                            || named.Name is "IOrganizationGuard" or "IPermissionReader" or "IAccountStanding" or "IRoleCeiling" or "IAuditTrail" or "IUserTokens" or "IServiceProvider"
                        select $"{NameOf(type)} names {named.Name}";

        AssertNone(crossings);
    }

    [Fact]
    public void Services_know_no_screens()
    {
        var crossings = from type in Types
                        where RoomOf(type) is { } room && (room.StartsWith("Features.", StringComparison.Ordinal) || room is "Authorization" or "Audit" or "Store" or "Events" or "Results" or "Locks" or "Logto")
                            && !typeof(IComponent).IsAssignableFrom(Outermost(type))
                        from named in TypeReferences.Of(type)
                        where named.Namespace?.StartsWith("MudBlazor", StringComparison.Ordinal) is true
                        select $"{NameOf(type)} names {named.Name}";

        AssertNone(crossings);
    }

    [Fact]
    public void The_time_comes_from_the_clock_that_tests_can_move()
    {
        // The gallery shows samples and has no service behind it.
        var uses = from type in Types
                   where type.Namespace?.EndsWith(".Gallery", StringComparison.Ordinal) is not true
                   from member in TypeReferences.MembersUsedBy(type)
                   where (member.DeclaringType == typeof(DateTime) || member.DeclaringType == typeof(DateTimeOffset)) && member.Name is "get_UtcNow" or "get_Now" or "get_Today"
                   select $"{NameOf(type)} asks {member.DeclaringType!.Name}";

        AssertNone(uses);
    }

    [Fact]
    public void Log_lines_have_templates_of_their_own()
    {
        var uses = from type in Types
                   from member in TypeReferences.MembersUsedBy(type)
                   where member.DeclaringType?.FullName == "Microsoft.Extensions.Logging.LoggerExtensions" && member.Name.StartsWith("Log", StringComparison.Ordinal)
                   select $"{NameOf(type)} calls {member.Name}";

        AssertNone(uses);
    }

    [Fact]
    public void Names_say_what_things_are()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Data", "Info"];
        var names = Types.Where(type => !type.IsNested && type.Namespace?.StartsWith("OrgPortal.Web.Store.Migrations", StringComparison.Ordinal) is not true).Select(type => type.Name.Split('`')[0]);

        Assert.DoesNotContain(names, name => empty.Any(word => name.EndsWith(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(Types, type => type.Namespace!.Split('.').Any(part => part is "Shared" or "Common" or "Utils" or "Helpers" or "Services"));
    }

    private static void AssertNone(IEnumerable<string> found) => Assert.Equal(string.Empty, string.Join('\n', found.Distinct().Order(StringComparer.Ordinal)));

    private static bool IsAllowed(string room, string other)
    {
        var isFeature = room.StartsWith("Features.", StringComparison.Ordinal);
        return MayName.TryGetValue(isFeature ? "Features.*" : room, out var allowed)
            && (allowed.Contains(other) || (isFeature && Neighbours.Contains($"{room} -> {other}")));
    }

    /// <summary>The folder; for features with the feature's name. Nothing for the list of rooms itself, which names them all.</summary>
    private static string? RoomOf(Type type)
    {
        if (type.Assembly != typeof(PortalApplication).Assembly || type.Namespace?.StartsWith(Root, StringComparison.Ordinal) is not true)
        {
            return null;
        }

        var parts = type.Namespace[Root.Length..].Split('.');
        return parts is ["Features", var feature, ..] ? "Features." + feature : parts[0];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string NameOf(Type type) => Outermost(type).Name;
}

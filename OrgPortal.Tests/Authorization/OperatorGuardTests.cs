using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

public sealed class OperatorGuardTests
{
    private const string Role = "portal operator";

    private readonly FakeLogto _logto = new();
    private readonly FakeCurrentUser _currentUser = new();
    private readonly OperatorOptions _options = new() { Role = Role };
    private readonly OperatorGuard _guard;
    private readonly UserId _olga;

    public OperatorGuardTests()
    {
        _guard = new OperatorGuard(_currentUser, new TenantOperators(_logto.UsersClient, Options.Create(_options)), new AccountStanding(_logto.UsersClient));
        _olga = _logto.AddUser("olga@example.com");
        _logto.TenantRoles.Add((_olga, Role));
    }

    [Fact]
    public async Task Whoever_holds_the_role_is_an_operator()
    {
        _currentUser.SignIn(_olga);

        Assert.Null(await _guard.DenyUnlessOperatorAsync());
    }

    [Fact]
    public async Task Whoever_lost_the_role_a_moment_ago_is_none()
    {
        _currentUser.SignIn(_olga);
        Assert.Null(await _guard.DenyUnlessOperatorAsync());

        _logto.TenantRoles.Clear();

        Assert.IsType<NotFound>(await _guard.DenyUnlessOperatorAsync());
    }

    [Fact]
    public async Task An_administrator_of_an_organization_with_a_role_of_that_name_is_none()
    {
        var admin = _logto.AddUser("alice@example.com");
        _logto.AddMember(_logto.AddOrganization("Acme"), admin, _logto.AddRole(Role, "manage:member", "delete:organization"));
        _logto.TenantRoles.Add((admin, Role.ToUpperInvariant()));
        _currentUser.SignIn(admin);

        Assert.IsType<NotFound>(await _guard.DenyUnlessOperatorAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_configured_role_nobody_is_one_and_Logto_is_not_asked(string? role)
    {
        _options.Role = role;
        _logto.TenantRoles.Add((_olga, string.Empty));
        _currentUser.SignIn(_olga);

        Assert.IsType<NotFound>(await _guard.DenyUnlessOperatorAsync());
        Assert.Empty(_logto.Calls.Made);
    }

    [Fact]
    public async Task Nobody_has_to_sign_in()
    {
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessOperatorAsync());
        Assert.Empty(_logto.Calls.Made);
    }

    [Fact]
    public async Task Whoever_is_suspended_has_to_sign_in()
    {
        _currentUser.SignIn(_olga);
        _logto.Users[0] = _logto.Users[0] with { IsSuspended = true };

        Assert.IsType<SignInRequired>(await _guard.DenyUnlessOperatorAsync());
    }

    [Fact]
    public async Task Without_an_answer_from_Logto_nobody_is_one()
    {
        _currentUser.SignIn(_olga);
        _logto.Calls.FailNext(new LogtoUnreachableException("test"), 10);

        Assert.IsType<Unavailable>(await _guard.DenyUnlessOperatorAsync());
    }
}

using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Tests.Features.Members;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

/// <summary>
/// Nobody hands out, takes away or invites with more than they hold, whatever the roles are made of: every shape of the actor's roles against
/// every shape of the role in question, in every act that hands one out or takes one away. What is expected is worked out from the shapes alone.
/// </summary>
public sealed class PrivilegeCeilingTests
{
    /// <summary>What a role grants: organization permissions, then permissions of API resources.</summary>
    private static readonly (string Name, string[] Scopes, string[] ResourceScopes)[] Shapes =
    [
        ("nothing", [], []),
        ("reader", ["read:member"], []),
        ("unrelated", ["print:invoice"], []),
        ("manager", ["read:member", "invite:member", "manage:member", "delete:member"], []),
        ("biller", [], ["billing/write"]),
        ("namesake", [], ["payroll/write"]),
        ("billing manager", ["read:member", "invite:member", "manage:member", "delete:member"], ["billing/write", "billing/read"]),
        ("administrator", ["read:member", "invite:member", "manage:member", "delete:member", "manage:organization", "delete:organization"], []),
    ];

    /// <summary>Roles that the actor has beside one that lets them act at all.</summary>
    private static readonly string[][] Holdings =
    [
        ["manager"],
        ["manager", "biller"],
        ["manager", "namesake"],
        ["manager", "unrelated"],
        ["billing manager"],
        ["administrator"],
        ["administrator", "billing manager", "unrelated", "namesake"],
    ];

    /// <summary>Who holds what, and tries it with which role.</summary>
    public static TheoryData<string, string> Everything
    {
        get
        {
            var everything = new TheoryData<string, string>();
            foreach (var held in Holdings)
            {
                foreach (var shape in Shapes)
                {
                    everything.Add(string.Join('+', held), shape.Name);
                }
            }

            return everything;
        }
    }

    public static TheoryData<string> EveryHolding => [.. Holdings.Select(held => string.Join('+', held))];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_gives_a_role_beyond_their_own(string held, string role)
    {
        using var house = new MembersHouse();
        var roles = Furnish(house.Logto);
        var actor = house.AddMember("Actor", RolesOf(roles, held));
        var target = house.AddMember("Target", roles["nothing"]);

        var result = await house.As(actor).ChangeRolesAsync(house.Acme, target, [roles["nothing"], roles[role]]);

        AssertCeiling(held, role, result.Failure);
        Assert.Equal(IsWithin(held, role), house.RolesOf(target).Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_takes_a_role_beyond_their_own(string held, string role)
    {
        using var house = new MembersHouse();
        var roles = Furnish(house.Logto);
        var actor = house.AddMember("Actor", RolesOf(roles, held));
        var target = house.AddMember("Target", roles[role], house.Member);

        var result = await house.As(actor).ChangeRolesAsync(house.Acme, target, [house.Member]);

        AssertCeiling(held, role, result.Failure);
        Assert.NotEqual(IsWithin(held, role), house.RolesOf(target).Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_removes_somebody_above_them(string held, string role)
    {
        using var house = new MembersHouse();
        var roles = Furnish(house.Logto);
        var actor = house.AddMember("Actor", RolesOf(roles, held));
        var target = house.AddMember("Target", roles[role]);

        var result = await house.As(actor).RemoveAsync(house.Acme, target);

        AssertCeiling(held, role, result.Failure);
        Assert.NotEqual(IsWithin(held, role), house.IsMember(target));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_lifts_themselves(string held, string role)
    {
        using var house = new MembersHouse();
        var roles = Furnish(house.Logto);
        var own = RolesOf(roles, held);
        var actor = house.AddMember("Actor", own);

        var result = await house.As(actor).ChangeRolesAsync(house.Acme, actor, [.. own.Append(roles[role]).Distinct()]);

        AssertCeiling(held, role, result.Failure);
        Assert.Equal(IsWithin(held, role), house.RolesOf(actor).Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_invites_resends_renews_or_copies_a_link_with_a_role_beyond_their_own(string held, string role)
    {
        using var bed = new InvitationTestBed();
        var roles = Furnish(bed.Logto);
        SignInActor(bed, RolesOf(roles, held));
        var open = bed.Logto.AddInvitation(bed.Acme, "open@example.com", bed.Alice, null, roles[role]);
        var expired = bed.Logto.AddInvitation(bed.Acme, "late@example.com", bed.Alice, bed.Clock.GetUtcNow().AddDays(-1), roles[role]);

        AssertCeiling(held, role, (await bed.Service.SendAsync(bed.Acme, new SendInvitationsForm(["new@example.com"], [roles[role]], null))).Failure);
        AssertCeiling(held, role, (await bed.Service.ResendAsync(bed.Acme, open)).Failure);
        AssertCeiling(held, role, (await bed.Service.CreateLinkAsync(bed.Acme, open)).Failure);
        AssertCeiling(held, role, (await bed.Service.RenewAsync(bed.Acme, expired)).Failure);

        Assert.Equal(IsWithin(held, role) ? 3 : 0, bed.Logto.Messages.Count);
        Assert.Equal(IsWithin(held, role) ? 4 : 0, bed.StoredTokens().Length);
    }

    /// <summary>Made by an administrator who may everything, who then keeps only what the shapes say.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public async Task An_invitation_is_void_when_its_inviter_holds_less_by_now(string held, string role)
    {
        using var bed = new InvitationTestBed();
        var roles = Furnish(bed.Logto);
        var inviter = SignInActor(bed, [.. roles.Values]);
        await bed.InviteAsync(role: roles[role]);
        var token = bed.MailedToken();
        Hold(bed, inviter, RolesOf(roles, held));
        bed.SignIn(bed.Dave);

        var landing = await bed.Responses.FindAsync(token);
        var accepted = await bed.Responses.AcceptAsync(token);

        Assert.Equal(IsWithin(held, role) ? LandingState.Ready : LandingState.Void, landing.State);
        Assert.Equal(IsWithin(held, role) ? null : new Refused(RefusalReasons.InvitationVoid), accepted.Failure);
        Assert.Equal(IsWithin(held, role), bed.Logto.FindMember(bed.Acme, bed.Dave) is not null);
    }

    [Fact]
    public async Task An_invitation_is_void_when_its_inviter_lost_the_right_the_membership_or_the_account()
    {
        Action<InvitationTestBed>[] losses =
        [
            bed => Hold(bed, bed.Ina, [bed.Member]),
            bed => Hold(bed, bed.Ina, []),
            bed => bed.Logto.Members.RemoveAll(member => member.User == bed.Ina),
            bed => Change(bed, bed.Ina, user => user with { IsSuspended = true }),
            bed => bed.Logto.Users.RemoveAll(user => user.Id == bed.Ina),
        ];

        foreach (var lose in losses)
        {
            using var bed = new InvitationTestBed();
            bed.SignIn(bed.Ina);
            await bed.InviteAsync();
            bed.SignIn(bed.Dave);
            lose(bed);

            Assert.Equal(LandingState.Void, (await bed.Responses.FindAsync(bed.MailedToken())).State);
            Assert.Equal(new Refused(RefusalReasons.InvitationVoid), (await bed.Responses.AcceptAsync(bed.MailedToken())).Failure);
            Assert.Null(bed.Logto.FindMember(bed.Acme, bed.Dave));
        }
    }

    /// <summary>Logto takes a deleted role from everybody and out of every open invitation.</summary>
    [Theory]
    [MemberData(nameof(EveryHolding))]
    public async Task A_role_that_was_deleted_meanwhile_is_nobodys_to_give(string held)
    {
        using var house = new MembersHouse();
        var roles = Furnish(house.Logto);
        var actor = house.AddMember("Actor", RolesOf(roles, held));
        var target = house.AddMember("Target", roles["reader"], roles["nothing"]);
        var gone = roles["reader"];
        DeleteRole(house.Logto, gone);

        Assert.IsType<Invalid>((await house.As(actor).ChangeRolesAsync(house.Acme, target, [gone])).Failure);
        Assert.Null((await house.As(actor).ChangeRolesAsync(house.Acme, target, [])).Failure);
        Assert.Empty(house.RolesOf(target));
    }

    [Fact]
    public async Task A_deleted_role_of_the_inviters_voids_what_only_it_covered()
    {
        using var bed = new InvitationTestBed();
        var roles = Furnish(bed.Logto);
        SignInActor(bed, [roles["manager"], roles["biller"]]);
        var covered = bed.Logto.AddRole("covered by the biller");
        Give(bed.Logto, covered, [], ["billing/write"]);
        await bed.InviteAsync(role: covered);
        bed.SignIn(bed.Dave);

        DeleteRole(bed.Logto, roles["biller"]);

        Assert.Equal(new Refused(RefusalReasons.InvitationVoid), (await bed.Responses.AcceptAsync(bed.MailedToken())).Failure);
    }

    [Theory]
    [MemberData(nameof(EveryHolding))]
    public async Task A_machine_role_is_given_to_nobody_by_nobody(string held)
    {
        using var house = new MembersHouse();
        var actor = house.AddMember("Actor", RolesOf(Furnish(house.Logto), held));
        var target = house.AddMember("Target");
        var machine = house.Logto.AddMachineRole("service");
        Assert.Equal(new Refused(RefusalReasons.MachineRole, "service"), (await house.As(actor).ChangeRolesAsync(house.Acme, target, [machine])).Failure);

        using var bed = new InvitationTestBed();
        SignInActor(bed, RolesOf(Furnish(bed.Logto), held));
        var open = bed.Logto.AddInvitation(bed.Acme, "open@example.com", bed.Alice, null, bed.Machine);
        var expired = bed.Logto.AddInvitation(bed.Acme, "late@example.com", bed.Alice, bed.Clock.GetUtcNow().AddDays(-1), bed.Machine);
        var refused = new Refused(RefusalReasons.MachineRole, "service");
        Assert.Equal(refused, (await bed.Service.SendAsync(bed.Acme, new SendInvitationsForm(["new@example.com"], [bed.Machine], null))).Failure);
        Assert.Equal(refused, (await bed.Service.ResendAsync(bed.Acme, open)).Failure);
        Assert.Equal(refused, (await bed.Service.CreateLinkAsync(bed.Acme, open)).Failure);
        Assert.Equal(refused, (await bed.Service.RenewAsync(bed.Acme, expired)).Failure);
    }

    private static bool IsWithin(string held, string role)
    {
        var own = Shapes.Where(shape => held.Split('+').Contains(shape.Name)).ToList();
        var wanted = Shapes.Single(shape => shape.Name == role);
        return !wanted.Scopes.Except(own.SelectMany(shape => shape.Scopes)).Any() && !wanted.ResourceScopes.Except(own.SelectMany(shape => shape.ResourceScopes)).Any();
    }

    private static void AssertCeiling(string held, string role, Failure? failure) =>
        Assert.Equal(IsWithin(held, role) ? null : new Refused(RefusalReasons.AboveOwnPermissions, role), failure);

    private static Dictionary<string, OrganizationRoleId> Furnish(FakeLogto logto)
    {
        var roles = Shapes.ToDictionary(shape => shape.Name, shape => logto.AddRole(shape.Name));
        foreach (var (name, scopes, resourceScopes) in Shapes)
        {
            Give(logto, roles[name], scopes, resourceScopes);
        }

        return roles;
    }

    private static void Give(FakeLogto logto, OrganizationRoleId role, string[] scopes, string[] resourceScopes)
    {
        var index = logto.Roles.FindIndex(candidate => candidate.Id == role);
        logto.Roles[index] = logto.Roles[index] with
        {
            Scopes = [.. scopes.Select(scope => new ScopeName("scope-" + scope, scope))],
            // Permissions of two resources share their names.
            ResourceScopes = [.. resourceScopes.Select(scope => new ResourceScopeName(scope, scope.Split('/')[1], new ResourceName(scope.Split('/')[0], scope.Split('/')[0])))],
        };
    }

    private static OrganizationRoleId[] RolesOf(Dictionary<string, OrganizationRoleId> roles, string held) => [.. held.Split('+').Select(name => roles[name])];

    private static UserId SignInActor(InvitationTestBed bed, OrganizationRoleId[] roles)
    {
        var actor = bed.Logto.AddUser("actor@acme.example", "Actor");
        bed.Logto.AddMember(bed.Acme, actor, roles);
        bed.SignIn(actor);
        return actor;
    }

    private static void Hold(InvitationTestBed bed, UserId user, OrganizationRoleId[] roles)
    {
        var member = bed.Logto.FindMember(bed.Acme, user)!;
        member.Roles.Clear();
        member.Roles.AddRange(roles);
    }

    private static void Change(InvitationTestBed bed, UserId user, Func<User, User> change)
    {
        var index = bed.Logto.Users.FindIndex(candidate => candidate.Id == user);
        bed.Logto.Users[index] = change(bed.Logto.Users[index]);
    }

    private static void DeleteRole(FakeLogto logto, OrganizationRoleId role)
    {
        logto.Roles.RemoveAll(candidate => candidate.Id == role);
        logto.Members.ForEach(member => member.Roles.Remove(role));
        for (var index = 0; index < logto.Invitations.Count; index++)
        {
            var invitation = logto.Invitations[index];
            logto.Invitations[index] = invitation with { OrganizationRoles = [.. invitation.OrganizationRoles.Where(held => held.Id != role)] };
        }
    }
}

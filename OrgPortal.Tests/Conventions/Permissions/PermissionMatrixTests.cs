using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>
/// Who may do what, tried on every operation of the services and at every address of the portal, against <c>docs/permissions.md</c>. Operations are
/// found by reflection: a new one without a row fails, and so does a row without an operation. With <c>ORGPORTAL_ACCEPT=1</c> the tables are written anew.
/// </summary>
public sealed class PermissionMatrixTests
{
    private static readonly Lazy<Task<IReadOnlyList<MatrixRow>>> Services = new(() => ServiceMatrix.DetermineAsync());

    /// <summary>Where another permission opens the same door: denied only to whoever lacks both.</summary>
    private static readonly Dictionary<string, PermissionKey> OrElse = new() { ["IMemberService.ListSecondFactorsAsync"] = OrganizationPermissions.ManageSecurity };

    /// <summary>Where each permission opens a part of the answer: whoever lacks one gets the others. Which parts, their own tests try.</summary>
    private static readonly HashSet<string> InParts = ["IOrganizationOverviewService.GetAsync"];

    /// <summary>What only looks through the organization's own records for an id: it finds nothing for people elsewhere, and for nobody.</summary>
    private static readonly HashSet<string> OnlySearched = ["IAuditService.ListAboutAsync", "IInvitationService.CountOpenByAsync", "IInvitationService.TakeOverAsync", "IInvitationService.RevokeSentByAsync"];

    public static TheoryData<string> Operations => [.. ServiceOperation.All.Select(operation => operation.Name)];

    public static TheoryData<string> OperationsOnAnOrganization => [.. ServiceOperation.All.Where(operation => operation.IsOnAnOrganization).Select(operation => operation.Name)];

    public static TheoryData<string> OperationsOnInvitations => [.. ServiceOperation.All.Where(operation => operation.Takes(typeof(InvitationId))).Select(operation => operation.Name)];

    public static TheoryData<string> OperationsOnMembers => [.. ServiceOperation.All.Where(operation => operation.Takes(typeof(UserId)) && !OnlySearched.Contains(operation.Name)).Select(operation => operation.Name)];

    [Fact]
    public void There_are_operations_to_try()
    {
        Assert.NotEmpty(OperationsOnInvitations);
        Assert.NotEmpty(OperationsOnMembers);
    }

    [Fact]
    public async Task The_catalogue_in_the_document_is_the_catalogue_in_the_code()
    {
        var rows = OrganizationPermissions.All.Select(permission => $"| `{permission.Key}` | `{permission.DefaultScope}` |");

        AssertNone(await PermissionDocument.CompareTextAsync("catalogue", $"| Permission | In Logto, unless configured otherwise |\n|---|---|\n{string.Join('\n', rows)}"));
    }

    [Fact]
    public async Task The_services_answer_as_the_table_says() =>
        AssertNone(await PermissionDocument.CompareAsync("services", await Services.Value));

    [Fact]
    public async Task The_addresses_answer_as_the_table_says()
    {
        var (pages, endpoints) = await PortalMatrix.DetermineAsync();

        AssertNone(await PermissionDocument.CompareAsync("pages", pages) + await PermissionDocument.CompareAsync("endpoints", endpoints));
        Assert.All(
            pages.Where(page => page.Operation.Contains("{OrganizationId}", StringComparison.Ordinal)),
            page => Assert.DoesNotContain(page.Of(Actor.Administrator), MatrixWords.Denials));
    }

    /// <summary>Denials prove nothing about arguments that nobody gets anywhere with.</summary>
    [Fact]
    public async Task An_administrator_gets_past_every_question()
    {
        var stopped = (await Services.Value).Where(row =>
            MatrixWords.Denials.Contains(row.Of(Actor.Administrator)) || row.Of(Actor.Administrator).StartsWith("error", StringComparison.Ordinal));

        AssertNone(string.Join('\n', stopped.Select(row => $"{row.Operation}: {row.Of(Actor.Administrator)}. Give it arguments in MatrixArguments.")));
    }

    [Theory]
    [MemberData(nameof(OperationsOnAnOrganization))]
    public async Task The_permission_asked_for_is_needed_and_no_other(string name)
    {
        var operation = ServiceOperation.Named(name);
        var permissions = await PermissionsOfAsync(operation);

        foreach (var missing in permissions)
        {
            await using var without = await MatrixHouse.BuildAsync(Actor.Administrator);
            Narrow(without, scopes => scopes.Where(scope => scope != ScopeOf(missing) && !(OrElse.TryGetValue(name, out var other) && scope == ScopeOf(other))));
            Assert.Equal(InParts.Contains(name) ? null : new Forbidden(missing.Value), await FailureAsync(operation, without));
        }

        await using var with = await MatrixHouse.BuildAsync(Actor.Administrator);
        Narrow(with, scopes => scopes.Where(scope => permissions.Select(ScopeOf).Contains(scope)));
        Assert.False(await FailureAsync(operation, with) is Forbidden or NotFound or SignInRequired);
    }

    /// <summary>An act that waits for another one in the same organization may find that the other one took the right away.</summary>
    [Theory]
    [MemberData(nameof(OperationsOnAnOrganization))]
    public async Task A_right_lost_while_waiting_for_the_organization_counts_for_nothing(string name)
    {
        var operation = ServiceOperation.Named(name);
        var permissions = await PermissionsOfAsync(operation);
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator);
        var wasLost = false;
        house.Locks.Held += () =>
        {
            wasLost = true;
            house.TakeRight(isMembership: permissions.Count == 0);
            house.Events.Publish(new MembersChanged(house.Acme, house.Ada));
        };

        var failure = await FailureAsync(operation, house);

        if (wasLost)
        {
            Assert.True(failure is Forbidden or NotFound, $"{name} went on without the right: {failure}");
            Assert.DoesNotContain(house.Audit.Records, record => record.Outcome is "done" or "failed");
        }
    }

    [Theory]
    [MemberData(nameof(OperationsOnInvitations))]
    public Task An_invitation_of_others_answers_exactly_like_one_that_never_was(string name) =>
        AssertSameAsync(ServiceOperation.Named(name), house => house.Foreign, _ => InvitationId.Parse("neverwas0000000000001", null));

    [Theory]
    [MemberData(nameof(OperationsOnMembers))]
    public Task A_person_elsewhere_answers_exactly_like_one_that_never_was(string name) =>
        AssertSameAsync(ServiceOperation.Named(name), house => house.Mallory, _ => UserId.Parse("neverwas0001", null));

    /// <summary>
    /// The proof is worth something only if it can fail. Not every operation tells: some have a second line behind the guard, such as the ceiling,
    /// which reads the actor's roles itself.
    /// </summary>
    [Theory]
    [InlineData(GuardProxy.Hole.AllowsEverything, nameof(Actor.Nobody))]
    [InlineData(GuardProxy.Hole.AllowsWhoeverIsSignedIn, nameof(Actor.AdministratorElsewhere))]
    [InlineData(GuardProxy.Hole.AllowsEveryMember, nameof(Actor.MemberWithoutRights))]
    [InlineData(GuardProxy.Hole.TrustsRememberedRights, nameof(Actor.RightTakenAway))]
    public async Task A_guard_with_a_hole_in_it_is_noticed(GuardProxy.Hole hole, string seenBy)
    {
        var actor = Enum.Parse<Actor>(seenBy);
        var whole = (await Services.Value).Where(row => Closes(row, hole)).ToList();
        var broken = new List<MatrixRow>();
        foreach (var row in whole)
        {
            var outcome = await ServiceMatrix.TryAsync(ServiceOperation.Named(row.Operation), actor, hole);
            broken.Add(row with { Outcomes = [.. row.Outcomes.Select((other, index) => index == (int)actor ? outcome : other)] });
        }

        var differences = PermissionDocument.Differences(whole, broken);

        Assert.Contains($", {actor}: ", differences, StringComparison.Ordinal);
        Assert.Contains(broken, row => row.Of(actor) == MatrixWords.Allowed);
    }

    [Fact]
    public async Task A_row_too_many_and_a_row_too_few_are_noticed()
    {
        var rows = await Services.Value;

        Assert.StartsWith($"{rows[0].Operation}: in the table, but there is no such operation", PermissionDocument.Differences(rows, [.. rows.Skip(1)]), StringComparison.Ordinal);
        Assert.StartsWith($"{rows[0].Operation}: not in the table.", PermissionDocument.Differences([.. rows.Skip(1)], rows), StringComparison.Ordinal);
        Assert.Empty(PermissionDocument.Differences(rows, rows));
    }

    // All of it: what is compared as text is cut off.
    private static void AssertNone(string differences) => Assert.True(differences.Length == 0, differences);

    private static bool Closes(MatrixRow row, GuardProxy.Hole hole) => hole switch
    {
        GuardProxy.Hole.AllowsEveryMember => row.AsksFor.StartsWith('`'),
        GuardProxy.Hole.TrustsRememberedRights => row.AsksFor.StartsWith('`') && row.AsksFor.Contains("(now)", StringComparison.Ordinal),
        _ => row.AsksFor.StartsWith('`') || row.AsksFor.StartsWith("membership", StringComparison.Ordinal),
    };

    private static async Task AssertSameAsync<T>(ServiceOperation operation, Func<MatrixHouse, T> foreign, Func<MatrixHouse, T> unknown)
        where T : struct
    {
        var (foreignFailure, foreignCalls) = await AskAboutAsync(operation, foreign);
        var (unknownFailure, unknownCalls) = await AskAboutAsync(operation, unknown);

        Assert.NotNull(unknownFailure);
        Assert.Equal(unknownFailure, foreignFailure);
        Assert.Equal(unknownCalls, foreignCalls);
    }

    private static async Task<(Failure? Failure, IReadOnlyList<string> Calls)> AskAboutAsync<T>(ServiceOperation operation, Func<MatrixHouse, T> id)
        where T : struct
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator);
        var (members, invitations) = (house.Logto.Members.Count, string.Join('\n', house.Logto.Invitations));
        var failure = ServiceOperation.FailureOf(await operation.CallAsync(house.ServiceOf(operation), MatrixArguments.For(operation, house, id(house))));

        Assert.Equal((members, invitations), (house.Logto.Members.Count, string.Join('\n', house.Logto.Invitations)));
        Assert.Empty(house.Logto.Messages);
        return (failure, house.Logto.Calls.Made);
    }

    private static async Task<IReadOnlyList<PermissionKey>> PermissionsOfAsync(ServiceOperation operation)
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator);
        await FailureAsync(operation, house);
        return [.. house.Asked.Select(question => question.Permission).OfType<PermissionKey>().Distinct()];
    }

    private static async Task<Failure?> FailureAsync(ServiceOperation operation, MatrixHouse house) =>
        ServiceOperation.FailureOf(await operation.CallAsync(house.ServiceOf(operation), MatrixArguments.For(operation, house)));

    private static string ScopeOf(PermissionKey permission) => new PermissionOptions().ScopeOf(permission);

    private static void Narrow(MatrixHouse house, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        var index = house.Logto.Roles.FindIndex(role => role.Name == "Administrator");
        var role = house.Logto.Roles[index];
        var kept = change(role.Scopes.Select(scope => scope.Name)).ToHashSet();
        house.Logto.Roles[index] = role with { Scopes = [.. role.Scopes.Where(scope => kept.Contains(scope.Name))] };
    }
}

using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.JoinLinks;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>Finds out, by trying, what each operation of the services answers to each of the six people.</summary>
internal static class ServiceMatrix
{
    /// <summary>How long a right may be remembered for reads.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<MatrixRow>> DetermineAsync(GuardProxy.Hole hole = GuardProxy.Hole.None)
    {
        var rows = new List<MatrixRow>();
        foreach (var operation in ServiceOperation.All)
        {
            rows.Add(await DetermineAsync(operation, hole));
        }

        return rows;
    }

    public static async Task<MatrixRow> DetermineAsync(ServiceOperation operation, GuardProxy.Hole hole = GuardProxy.Hole.None)
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator, hole);
        var allowed = await TryAsync(operation, house);
        var asked = house.Asked.Distinct().ToList();
        return new MatrixRow(
            operation.Name,
            asked.Count == 0 ? "nothing" : string.Join(", then ", asked.Select(question => question.ToString()).Distinct()),
            [
                await TryAsync(operation, Actor.Nobody, hole),
                await TryAsync(operation, Actor.MemberWithoutRights, hole),
                await TryAsync(operation, Actor.AdministratorElsewhere, hole),
                allowed,
                await TrySuspendedAsync(operation, hole),
                await TryTakenAwayAsync(operation, asked, hole),
            ]);
    }

    /// <summary>What one of the six is told; somebody whose right was taken away, at once.</summary>
    public static async Task<string> TryAsync(ServiceOperation operation, Actor actor, GuardProxy.Hole hole)
    {
        if (actor == Actor.RightTakenAway)
        {
            return await TryTakenAwayAsync(operation, (await QuestionsAsync(operation)).FirstOrDefault(one => one.IsOnAnOrganization), hole, _ => { });
        }

        await using var house = await MatrixHouse.BuildAsync(actor, hole);
        return await TryAsync(operation, house);
    }

    private static async Task<IReadOnlyList<GuardQuestion>> QuestionsAsync(ServiceOperation operation)
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator);
        await TryAsync(operation, house);
        return house.Asked;
    }

    // A read goes on as long as the session does; that ends by itself, and has tests of its own.
    private static async Task<string> TrySuspendedAsync(ServiceOperation operation, GuardProxy.Hole hole) =>
        await TryAsync(operation, Actor.Suspended, hole) is var outcome && outcome == MatrixWords.Allowed ? MatrixWords.UntilTheSessionEnds : outcome;

    private static async Task<string> TryTakenAwayAsync(ServiceOperation operation, IReadOnlyList<GuardQuestion> asked, GuardProxy.Hole hole)
    {
        var question = asked.FirstOrDefault(one => one.IsOnAnOrganization);
        var atOnce = await TryTakenAwayAsync(operation, question, hole, _ => { });
        var later = await TryTakenAwayAsync(operation, question, hole, house => house.Clock.Advance(Remembered));
        var announced = await TryTakenAwayAsync(operation, question, hole, house => house.Events.Publish(new MembersChanged(house.Acme, house.Ada)));
        return MatrixWords.Fading(atOnce, later, announced);
    }

    private static async Task<string> TryTakenAwayAsync(ServiceOperation operation, GuardQuestion? question, GuardProxy.Hole hole, Action<MatrixHouse> meanwhile)
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.RightTakenAway, hole);
        if (question is not null)
        {
            // The right was used a moment ago, so it is remembered.
            Assert.True((await house.Get<IPermissionReader>().ReadRecentAsync(house.Acme, house.Ada)).Value.IsAdministrator);
            house.TakeRight(isMembership: question.Permission is null);
        }

        meanwhile(house);
        return await TryAsync(operation, house);
    }

    private static async Task<string> TryAsync(ServiceOperation operation, MatrixHouse house)
    {
        try
        {
            var answer = await operation.CallAsync(house.ServiceOf(operation), MatrixArguments.For(operation, house));
            return answer switch
            {
                InvitationLanding landing => $"page: {landing.State}",
                JoinLanding landing => $"page: {landing.State}",
                _ => MatrixWords.For(ServiceOperation.FailureOf(answer)),
            };
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException)
        {
            // Behind a guard with a hole in it nobody is there whom the service could name.
            return $"error: {exception.GetType().Name}";
        }
    }
}

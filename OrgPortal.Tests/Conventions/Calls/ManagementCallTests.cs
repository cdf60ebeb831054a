using OrgPortal.Tests.Conventions.Permissions;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Tests.Conventions.Calls;

/// <summary>
/// How many calls of Logto's Management API each operation of the services takes, counted while an administrator does it, against the table in
/// <c>docs/performance.md</c>, which is decided about in review: an operation without a row fails, and so does one call more.
/// </summary>
public sealed class ManagementCallTests
{
    /// <summary>What the portal remembers for a minute: asked of Logto by whoever comes first, not by the act.</summary>
    private static readonly HashSet<string> Remembered = ["IOrganizationRolesClient.ListAsync", "ISignInExperienceClient.GetAsync", "IConnectorsClient.ListAsync"];

    private static readonly Lazy<Task<IReadOnlyList<(ServiceOperation Operation, IReadOnlyList<string> Questions)>>> Asked = new(AskAllAsync);

    [Fact]
    public async Task Every_operation_takes_the_calls_that_the_table_says()
    {
        var differences = await CallTable.CompareAsync([.. (await Asked.Value).Select(asked => RowOf(asked.Operation, asked.Questions))]);

        Assert.True(differences.Length == 0, differences);
    }

    [Fact]
    public async Task Nothing_is_asked_twice_but_what_may_have_changed_meanwhile()
    {
        var twice = from asked in await Asked.Value
                    from question in asked.Questions.CountBy(question => question, StringComparer.Ordinal)
                    where question.Value > 1
                    select $"{asked.Operation.Name} {question.Value} {CallOf(question.Key)}";

        Assert.Equal(
            [
                // Somebody may accept while Logto revokes: it is looked at again whether that was so.
                "IInvitationService.RevokeAsync 2 IOrganizationInvitationsClient.GetAsync",
                // Who waited for the organization's lock may have lost the right meanwhile, and there is no way back from these.
                "IOrganizationService.DeleteAsync 2 IOrganizationMembersClient.ListScopesAsync",
                "IOrganizationService.DeleteAsync 2 IUsersClient.GetAsync",
                "IOrganizationService.RestoreAsync 2 IOrganizationMembersClient.ListScopesAsync",
                "IOrganizationService.RestoreAsync 2 IUsersClient.GetAsync",
            ],
            twice.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_too_many_is_noticed()
    {
        var operation = ServiceOperation.Named("IMemberService.ListAsync");
        var calls = await QuestionsOfAsync(operation);

        Assert.Empty(CallTable.Differences([RowOf(operation, calls)], [RowOf(operation, calls)]));
        Assert.NotEmpty(CallTable.Differences([RowOf(operation, calls)], [RowOf(operation, [.. calls, calls[0]])]));
    }

    private static async Task<IReadOnlyList<(ServiceOperation Operation, IReadOnlyList<string> Questions)>> AskAllAsync()
    {
        var all = new List<(ServiceOperation, IReadOnlyList<string>)>();
        foreach (var operation in ServiceOperation.All)
        {
            all.Add((operation, await QuestionsOfAsync(operation)));
        }

        return all;
    }

    // What Logto is asked, word for word: ClientEar.
    private static async Task<IReadOnlyList<string>> QuestionsOfAsync(ServiceOperation operation)
    {
        await using var house = await MatrixHouse.BuildAsync(Actor.Administrator);
        // A moment ago the page was read: what the guard remembers for reads, it remembers.
        await house.Get<IOrganizationGuard>().DenyReadUnlessMemberAsync(house.Acme);
        house.Heard.Clear();
        await operation.CallAsync(house.ServiceOf(operation), MatrixArguments.For(operation, house));
        return [.. house.Heard.Where(question => !Remembered.Contains(CallOf(question)))];
    }

    private static string CallOf(string question) => question[..question.IndexOf('(', StringComparison.Ordinal)];

    private static string RowOf(ServiceOperation operation, IReadOnlyList<string> questions) =>
        $"| `{operation.Name[1..].Replace("Async", string.Empty, StringComparison.Ordinal)}` | {questions.Count} | {string.Join(", ", questions.Select(CallOf).CountBy(Short, StringComparer.Ordinal).Select(call => call.Value == 1 ? call.Key : $"{call.Value} {call.Key}"))} |";

    private static string Short(string call) => call[1..].Replace("Client.", ".", StringComparison.Ordinal).Replace("Async", string.Empty, StringComparison.Ordinal);
}

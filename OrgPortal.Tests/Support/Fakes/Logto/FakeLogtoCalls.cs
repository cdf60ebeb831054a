using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>
/// What the fake clients were asked, and what they are to do instead of answering. A call is named by interface and method,
/// such as <c>"IOrganizationsClient.CreateAsync"</c>; an unknown name is refused, so that a test cannot wait for nothing.
/// </summary>
public sealed class FakeLogtoCalls
{
    private static readonly HashSet<string> Known =
    [
        .. from client in (Type[])[typeof(IUserAssetsClient), typeof(IOrganizationsClient), typeof(IOrganizationMembersClient), typeof(IOrganizationInvitationsClient), typeof(IOrganizationRolesClient), typeof(IUsersClient), typeof(ISignInExperienceClient), typeof(IConnectorsClient), typeof(IOneTimeTokensClient), typeof(IOrganizationJustInTimeClient), typeof(IApplicationsClient), typeof(IOrganizationApplicationsClient), typeof(ILogsClient), typeof(ISsoConnectorsClient), typeof(IOrganizationTemplateClient)]
           from method in client.GetMethods()
           select Name(client.Name, method.Name),
    ];

    private readonly Lock _gate = new();
    private readonly List<string> _made = [];
    private readonly List<Plan> _plans = [];

    /// <summary>Every call so far, in order, also those that failed.</summary>
    public IReadOnlyList<string> Made
    {
        get
        {
            lock (_gate)
            {
                return [.. _made];
            }
        }
    }

    /// <summary>How many calls were made.</summary>
    public int Count => Made.Count;

    /// <summary>A call's name.</summary>
    public static string Name(string client, string method) => $"{client}.{method}";

    /// <summary>How often one method was called.</summary>
    public int CountOf(string call) => Made.Count(made => made == Checked(call));

    /// <summary>Forgets the calls made, not the faults still planned.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _made.Clear();
        }
    }

    /// <summary>The next calls, whichever, fail before anything changes.</summary>
    public void FailNext(Exception exception, int times = 1) => Add(new Plan(null, times, exception, null, null));

    /// <summary>The next calls of this method fail before anything changes.</summary>
    public void Fail(string call, Exception exception, int times = 1) => Add(new Plan(Checked(call), times, exception, null, null));

    /// <summary>The next calls of this method are done, and then their answer is lost.</summary>
    public void FailAfterActing(string call, Exception exception, int times = 1) => Add(new Plan(Checked(call), times, null, exception, null));

    /// <summary>The next call of this method waits until the returned source is completed.</summary>
    public TaskCompletionSource Hold(string call)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(new Plan(Checked(call), 1, null, null, _ => release.Task));
        return release;
    }

    /// <summary>Something happens just before the next call of this method is done: somebody else was faster.</summary>
    public void Before(string call, Action action) => Add(new Plan(Checked(call), 1, null, null, _ =>
    {
        action();
        return Task.CompletedTask;
    }));

    /// <summary>The usual outage.</summary>
    public static LogtoUnreachableException Outage() => new("(fake)", new HttpRequestException("Connection refused."));

    internal async Task<T> RunAsync<T>(FakeLogto logto, string client, string method, Func<string, T> act, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = Name(client, method);
        var plan = Take(name);

        if (plan?.Meanwhile is { } meanwhile)
        {
            await meanwhile(cancellationToken).WaitAsync(cancellationToken);
        }

        if (plan?.Instead is { } instead)
        {
            throw instead;
        }

        T answer;
        lock (logto.Gate)
        {
            answer = act(name);
        }

        return plan?.Afterwards is { } afterwards ? throw afterwards : answer;
    }

    private static string Checked(string call) => Known.Contains(call) ? call : throw new ArgumentException($"No client has {call}.", nameof(call));

    private void Add(Plan plan)
    {
        lock (_gate)
        {
            _plans.Add(plan);
        }
    }

    private Plan? Take(string call)
    {
        lock (_gate)
        {
            _made.Add(call);
            var plan = _plans.Find(planned => planned.Call is null || planned.Call == call);
            if (plan is not null && --plan.Times == 0)
            {
                _plans.Remove(plan);
            }

            return plan;
        }
    }

    private sealed class Plan(string? call, int times, Exception? instead, Exception? afterwards, Func<CancellationToken, Task>? meanwhile)
    {
        public string? Call => call;

        public int Times { get; set; } = times;

        public Exception? Instead => instead;

        public Exception? Afterwards => afterwards;

        public Func<CancellationToken, Task>? Meanwhile => meanwhile;
    }
}

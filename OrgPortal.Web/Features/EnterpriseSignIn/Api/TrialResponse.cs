using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A test sign-in.</summary>
internal sealed record TrialResponse(
    [property: Description("When it was begun.")] DateTimeOffset BegunAt,
    [property: Description("When it came back; null while it has not.")] DateTimeOffset? EndedAt,
    [property: Description("passed; other_domain: with an address of none of the domains; no_address: the provider told none; another_way: not through this connection; cancelled; refused; unknown.")] TrialOutcome? Outcome,
    [property: Description("The address of whoever signed in.")] string? Address)
{
    /// <summary>Maps it.</summary>
    public static TrialResponse From(ConnectionTrial trial) => new(trial.BegunAt, trial.EndedAt, trial.Outcome, trial.Address);
}

namespace OrgPortal.Web.Features.Doctor;

/// <summary>One thing that must be so for the portal to work. Looks only, changes nothing.</summary>
internal interface ITenantCheck
{
    /// <summary>One of <see cref="CheckIds"/>.</summary>
    string Id { get; }

    /// <summary>The checks without which this one could tell nothing. They are registered before it.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>Looks. What Logto refuses or leaves unanswered may be thrown: whoever runs the checks turns it into a line.</summary>
    Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken);
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Audit;

/// <summary>An act that is on record and under way.</summary>
public abstract class AuditIntent : IAsyncDisposable
{
    /// <summary>Records how it ended: done when <paramref name="failure"/> is <see langword="null"/>, else why not.</summary>
    public abstract Task CompleteAsync(Failure? failure);

    /// <summary>Fills in what became known on the way, such as the id of what was created. Recorded with the outcome.</summary>
    public string? TargetId { get; set; }

    /// <summary>Fills in the organization that the act created. Recorded with the outcome.</summary>
    public Logto.OrganizationId? Organization { get; set; }

    /// <summary>Leaves the outcome unknown unless it was completed.</summary>
    public abstract ValueTask DisposeAsync();
}

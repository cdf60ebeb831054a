namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>An import, and how far it is.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file; <see langword="null"/> for invitations that were sent again.</param>
/// <param name="StartedBy">What whoever asked for it is called.</param>
/// <param name="StartedAt">When.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it stopped, or what it waits for: a failure's code.</param>
/// <param name="Subject">A name that belongs to the reason.</param>
/// <param name="WaitUntil">While it waits: until when.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Total">How many rows.</param>
/// <param name="Counts">How many rows are in each state; states without any are missing.</param>
public sealed record ImportSummary(
    Guid Id,
    string? FileName,
    string StartedBy,
    DateTimeOffset StartedAt,
    ImportState State,
    string? Reason,
    string? Subject,
    DateTimeOffset? WaitUntil,
    DateTimeOffset? EndedAt,
    int Total,
    IReadOnlyDictionary<ImportRowState, int> Counts)
{
    /// <summary>Whether something is still going to happen.</summary>
    public bool IsOpen => State is ImportState.Running or ImportState.Paused;

    /// <summary>Rows without an outcome.</summary>
    public int ToGo => Of(ImportRowState.Pending) + Of(ImportRowState.Sending);

    /// <summary>Rows with one.</summary>
    public int Handled => Total - ToGo;

    /// <summary>How many are in the state.</summary>
    public int Of(ImportRowState state) => Counts.GetValueOrDefault(state);
}

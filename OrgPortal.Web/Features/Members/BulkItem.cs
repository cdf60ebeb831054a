using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>One of several people, and what became of the act on them.</summary>
public sealed class BulkItem(MemberRow row)
{
    /// <summary>The member, as the person who acts saw them.</summary>
    public MemberRow Row { get; } = row;

    /// <summary>Where it stands.</summary>
    public BulkState State { get; internal set; }

    /// <summary>Why it was not done.</summary>
    public Failure? Failure { get; internal set; }

    /// <summary>What became of the removal, for taking it back.</summary>
    internal MemberRemoval? Removal { get; set; }
}

/// <summary>How an act on one of several people stands.</summary>
public enum BulkState
{
    /// <summary>To be done.</summary>
    Waiting,

    /// <summary>Left out from the beginning: it cannot be done, or changes nothing.</summary>
    LeftOut,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not done, for a reason.</summary>
    Failed,

    /// <summary>Done, and taken back.</summary>
    Undone,
}

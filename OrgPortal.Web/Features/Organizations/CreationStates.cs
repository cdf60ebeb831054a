namespace OrgPortal.Web.Features.Organizations;

/// <summary>How far a creation has come, as its row in the journal says.</summary>
internal static class CreationStates
{
    /// <summary>Nothing is known to exist in Logto.</summary>
    public const string Begun = "begun";

    /// <summary>The organization exists; its creator may not be its administrator yet.</summary>
    public const string Created = "created";

    /// <summary>Complete.</summary>
    public const string Done = "done";

    /// <summary>Failed, and nothing is left of it.</summary>
    public const string Undone = "undone";

    /// <summary>Logto did not say whether it made the organization: one that nobody belongs to may be left there, to be found by its mark.</summary>
    public const string Lost = "lost";

    /// <summary>Was complete, and has been deleted since.</summary>
    public const string Deleted = "deleted";
}

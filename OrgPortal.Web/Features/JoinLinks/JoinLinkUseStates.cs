namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>How far somebody's joining has come, as the store keeps it.</summary>
internal static class JoinLinkUseStates
{
    /// <summary>Counted; the person may be a member already, with or without roles.</summary>
    public const string Begun = "begun";

    /// <summary>The person is a member with the link's roles.</summary>
    public const string Done = "done";
}

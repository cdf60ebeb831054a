namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>What became of a token.</summary>
/// <param name="Token">What it says; <see langword="null"/> when it is not taken.</param>
/// <param name="Reason">Why not, in a few words without anything of the token in them.</param>
/// <param name="IsUndecided">Nobody can tell: Logto has not given out its keys.</param>
internal readonly record struct BearerVerdict(BearerToken? Token, string? Reason = null, bool IsUndecided = false)
{
    /// <summary>It is not taken.</summary>
    public static BearerVerdict Refused(string reason) => new(null, reason);
}

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>Left in a request's features when its token was not taken or does not reach: for whoever puts it into words.</summary>
/// <param name="Code">The problem's code.</param>
internal sealed record BearerRefusal(string Code)
{
    /// <summary>There was no token.</summary>
    public const string Missing = "sign_in_required";

    /// <summary>The token is not taken.</summary>
    public const string Invalid = "invalid_token";

    /// <summary>Nobody can tell: Logto does not answer.</summary>
    public const string Undecided = "unavailable";
}

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>What a sign-in asks Logto for beyond the person. Completed by the room that knows the permissions.</summary>
internal sealed class SignInOptions
{
    /// <summary>
    /// Names of organization permissions. An organization token can only ever carry those that were asked for at sign-in (contract C2),
    /// so all of them are.
    /// </summary>
    public IList<string> OrganizationPermissions { get; } = [];
}

namespace OrgPortal.Web.App;

/// <summary>The paths the shell leads to.</summary>
public static class ShellPaths
{
    /// <summary>The person's organizations.</summary>
    public const string Home = "/";

    /// <summary>The person's own account.</summary>
    public const string Account = "/account";

    /// <summary>The create-organization wizard.</summary>
    public const string CreateOrganization = "/organizations/new";

    /// <summary>The operators' console.</summary>
    public const string Operators = "/operators/organizations";

    /// <summary>Starts signing in; takes <c>returnUrl</c>.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Signs out; a form is posted there.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Where opening an organization leads: its overview.</summary>
    public static string Organization(string organization) => $"/organizations/{organization}";

    /// <summary>A page of an organization.</summary>
    public static string Organization(string organization, string page) => $"/organizations/{organization}/{page}";
}

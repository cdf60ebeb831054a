namespace OrgPortal.Web.Features.Organizations;

/// <summary>The deployer's rules about creating organizations: section <c>Portal:Organizations</c>.</summary>
public sealed class OrganizationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Organizations";

    /// <summary>Who may create organizations: <c>Anyone</c> who is signed in, or <c>Nobody</c>. A text, so that a wrong one is answered with a remedy.</summary>
    public string Creation { get; set; } = nameof(CreationPolicy.Anyone);

    /// <summary><see cref="Creation"/>, read. Nobody while it cannot be.</summary>
    public CreationPolicy Policy => Enum.TryParse<CreationPolicy>(Creation, ignoreCase: true, out var policy) ? policy : CreationPolicy.Nobody;

    /// <summary>How many organizations one person may create; those deleted do not count. 0 for no limit.</summary>
    public int PerPerson { get; set; } = 20;

    /// <summary>
    /// The name of the organization role that the creator gets; left out, it is the role for people that carries the permissions to manage
    /// members and to delete the organization, the one with the most permissions if there are several.
    /// </summary>
    public string? AdministratorRole { get; set; }
}

using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>
/// What has been typed into the wizard and how far it has come. Kept while a page is prerendered, and while a circuit rests, so that
/// nothing is typed twice and nothing is created twice.
/// </summary>
public sealed class CreationDraft
{
    /// <summary>The same for every try of one wizard.</summary>
    public Guid RequestId { get; set; } = Guid.CreateVersion7();

    /// <summary>0 name, 1 people, 2 done.</summary>
    public int Step { get; set; }

    /// <summary>What it is to be called, as typed.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it says about itself, as typed.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>The deployer's required fields, as typed, by key.</summary>
    public Dictionary<string, string?> Fields { get; set; } = [];

    /// <summary>Whom to invite, also what is no address.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>What they are to be, once it is chosen.</summary>
    public OrganizationRoleId? Role { get; set; }

    /// <summary>The organization, once there is one.</summary>
    public OrganizationId? Organization { get; set; }

    /// <summary>Whether leaving the page loses something.</summary>
    public bool IsWorthKeeping => Organization is null && (Name.Length > 0 || Description.Length > 0 || Fields.Values.Any(text => text is not null) || Addresses.Count > 0);
}

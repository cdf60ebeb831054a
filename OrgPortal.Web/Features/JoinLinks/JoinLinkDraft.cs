using System.Text.Json.Serialization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What was typed to make a link to join by, also while it cannot be made yet.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Domains">As typed.</param>
/// <param name="Limit">As typed.</param>
/// <param name="Roles">What whoever joins gets; none until one is chosen.</param>
/// <param name="ExpiresInDays">How many days it works.</param>
public sealed record JoinLinkDraft(string Name, string Domains, string Limit, IReadOnlyList<OrganizationRoleId> Roles, int ExpiresInDays)
{
    /// <summary>Nothing typed.</summary>
    public static JoinLinkDraft Empty { get; } = new(string.Empty, string.Empty, string.Empty, [], JoinLinkForm.UsualDays);

    /// <summary>Whether there is something in it that its person would miss; a role and an end are chosen from the start.</summary>
    [JsonIgnore]
    public bool IsWorthKeeping => Name.Length > 0 || Domains.Length > 0 || Limit.Length > 0;
}

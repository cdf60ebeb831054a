using System.ComponentModel;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>Who takes an organization over, and what the caller stays as.</summary>
internal sealed record HandOverRequest(
    [property: Description("The member who takes over.")] string? RecipientId,
    [property: Description("The name of the organization, as a person has typed it.")] string? OrganizationName,
    [property: Description("The ids of all roles that the caller is to have then; none of them may make an administrator.")] IReadOnlyList<string>? RoleIdsAfterwards = null)
{
    /// <summary>The identifiers; else <see cref="Invalid"/>.</summary>
    public Result<(UserId Recipient, IReadOnlyList<OrganizationRoleId> Afterwards)> Read()
    {
        List<FieldFailure> wrong = [];
        if (!UserId.TryParse(RecipientId, null, out var recipient))
        {
            wrong.Add(new FieldFailure("recipientId", string.IsNullOrWhiteSpace(RecipientId) ? "required" : "invalid"));
        }

        List<OrganizationRoleId> roles = [];
        foreach (var text in RoleIdsAfterwards ?? [])
        {
            if (OrganizationRoleId.TryParse(text, null, out var role))
            {
                roles.Add(role);
            }
            else
            {
                wrong.Add(new FieldFailure("roleIdsAfterwards", "invalid"));
            }
        }

        return wrong.Count > 0 ? new Invalid(wrong) : (recipient, (IReadOnlyList<OrganizationRoleId>)roles);
    }
}

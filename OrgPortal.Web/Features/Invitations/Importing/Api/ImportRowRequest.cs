using System.ComponentModel;
using System.Globalization;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>One invitation of an import.</summary>
internal sealed record ImportRowRequest(
    [property: Description("Whom to invite.")] string? EmailAddress,
    [property: Description("The ids of the roles; left out for the import's.")] IReadOnlyList<string>? RoleIds = null,
    [property: Description("1 to 30; left out for the import's.")] int? ExpiresInDays = null,
    [property: Description("The mail's language, en or zh-Hans; left out for the tenant's.")] string? Language = null,
    [property: Description("Plain text for the mail, up to 280 characters, without addresses of the web.")] string? Note = null)
{
    /// <summary>The same as a line of a file.</summary>
    public ImportLine Read(InputReader read, int number) =>
        new(number, EmailAddress?.Trim() ?? string.Empty, string.Empty, ExpiresInDays?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, Language ?? string.Empty, Note ?? string.Empty)
        {
            RoleIds = read.Ids<OrganizationRoleId>($"rows[{number}].roleIds", RoleIds),
        };
}

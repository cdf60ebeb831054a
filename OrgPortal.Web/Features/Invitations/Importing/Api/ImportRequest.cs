using System.ComponentModel;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>Invitations to send one after another, through restarts of the portal.</summary>
internal sealed record ImportRequest(
    [property: Description("1 to 10,000.")] IReadOnlyList<ImportRowRequest?>? Rows,
    [property: Description("The ids of the roles for rows that name none.")] IReadOnlyList<string>? RoleIds = null,
    [property: Description("1 to 30, for rows that say none; left out for what is configured.")] int? ExpiresInDays = null,
    [property: Description("What to call it in the list, such as a file's name; 200 characters count.")] string? Name = null)
{
    /// <summary>What is to be judged.</summary>
    public ImportIntake.Wish Read(InputReader read) => new(
        new ImportFile(Name ?? string.Empty, [.. (Rows ?? []).Select((row, index) => (row ?? new ImportRowRequest(null)).Read(read, index + 1))]),
        read.Ids<OrganizationRoleId>("roleIds", RoleIds),
        ExpiresInDays);
}

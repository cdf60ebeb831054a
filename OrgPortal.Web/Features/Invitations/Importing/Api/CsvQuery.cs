using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>What a CSV file does not say. Used with <c>[AsParameters]</c>.</summary>
internal readonly record struct CsvQuery(
    [property: FromQuery(Name = "roleId"), Description("The ids of the roles for rows that name none; may come several times.")] string[]? RoleIds,
    [property: FromQuery(Name = "expiresInDays"), Description("1 to 30, for rows that say none.")] int? ExpiresInDays,
    [property: FromQuery(Name = "name"), Description("What to call it in the list, such as the file's name.")] string? Name)
{
    private const int AtOnce = 64 * 1024;

    /// <summary>What is to be judged. Of a file that is too large no more is read than shows that.</summary>
    public async Task<Result<ImportIntake.Wish>> ReadAsync(Stream body)
    {
        var read = new InputReader();
        var roles = read.Ids<OrganizationRoleId>("roleId", RoleIds);
        if (read.Wrong is { } wrong)
        {
            return wrong;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[AtOnce];
        for (int count; bytes.Length <= ImportFile.LargestFile && (count = await body.ReadAsync(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
        }

        var file = ImportFileReader.Read(Name ?? string.Empty, bytes.ToArray());
        return file.IsFailure ? file.Failure : new ImportIntake.Wish(file.Value, roles, ExpiresInDays);
    }
}

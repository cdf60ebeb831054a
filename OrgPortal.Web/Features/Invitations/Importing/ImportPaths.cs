using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>The URLs of imports.</summary>
internal static class ImportPaths
{
    /// <summary>A file with the columns' names and nothing else.</summary>
    public const string Template = "/invitations-template.csv";

    /// <summary>Where a file is chosen and checked.</summary>
    public static string Import(OrganizationId organization) => $"{PeoplePaths.Invitations(organization)}/import";

    /// <summary>One page of the lines that were checked.</summary>
    public static string Import(OrganizationId organization, ImportGroup? group, int page) => QueryHelpers.AddQueryString(Import(organization), new Dictionary<string, string?>
    {
        ["show"] = group?.ToString().ToLowerInvariant(),
        ["page"] = Number(page),
    });

    /// <summary>An import, and how far it is.</summary>
    public static string Progress(OrganizationId organization, Guid import) => $"{PeoplePaths.Invitations(organization)}/imports/{import:N}";

    /// <summary>One page of an import's rows.</summary>
    public static string Progress(OrganizationId organization, Guid import, ImportQuery query) => QueryHelpers.AddQueryString(Progress(organization, import), new Dictionary<string, string?>
    {
        ["show"] = query.State?.ToString().ToLowerInvariant(),
        ["page"] = Number(query.Page),
    });

    /// <summary>What became of an import's rows, as a file.</summary>
    public static string Result(OrganizationId organization, Guid import) => $"{Progress(organization, import)}/result";

    /// <summary>What can be sent again.</summary>
    public static string Again(OrganizationId organization, int page = 1) =>
        QueryHelpers.AddQueryString($"{PeoplePaths.Invitations(organization)}/send-again", new Dictionary<string, string?> { ["page"] = Number(page) });

    /// <summary>A page's number as it stands in a URL; 1 for what is none.</summary>
    public static int PageOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1;

    /// <summary>A name that stands in a URL; nothing for what is not known.</summary>
    public static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name![0]) ? value : null;

    private static string? Number(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.App;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The addresses of the operators' console.</summary>
internal static class OperatorPaths
{
    /// <summary>All organizations.</summary>
    public const string Organizations = ShellPaths.Operators;

    /// <summary>What to see to.</summary>
    public const string Findings = "/operators/findings";

    /// <summary>The organization template.</summary>
    public const string Template = "/operators/template";

    /// <summary>One organization.</summary>
    public static string One(OrganizationId organization) => $"{Organizations}/{organization}";

    /// <summary>A page of organizations.</summary>
    public static string List(OperatorQuery query) => With(Organizations, ("q", query.Search), ("page", PageOf(query.Page)));

    /// <summary>A page of findings.</summary>
    public static string List(FindingQuery query) => With(Findings, ("kind", query.Kind is { } kind ? FindingKinds.NameOf(kind) : null), ("page", PageOf(query.Page)));

    private static string? PageOf(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;

    private static string With(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(path, query.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));
}

using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Findings in words: what it is, and what to do.</summary>
internal sealed class FindingWords(IStringLocalizer<OperatorsText> texts)
{
    /// <summary>What a kind is called.</summary>
    public string NameOf(FindingKind kind) => texts[$"Kind{kind}"];

    /// <summary>What was found.</summary>
    public string Describe(Finding finding) => finding.Kind switch
    {
        FindingKind.NoAdministrator when finding.Number == 0 => texts["FoundEmpty"],
        FindingKind.NoAdministrator => finding.Number == 1 ? texts["FoundNoAdministratorOne"] : texts["FoundNoAdministrator", finding.Number],
        FindingKind.WithoutRole => finding.Number == 1 ? texts["FoundWithoutRoleOne"] : texts["FoundWithoutRole", finding.Number],
        _ => texts["FoundSharedDomain", finding.Domain ?? string.Empty],
    };

    /// <summary>What to do about it.</summary>
    public string RemedyOf(Finding finding) => texts[$"Remedy{finding.Kind}"];

    /// <summary>The verb that leads to where it is done.</summary>
    public string VerbOf(Finding finding) => texts[$"Verb{finding.Kind}"];

    /// <summary>Where inside the organization it is done.</summary>
    public static string PlaceOf(Finding finding) => finding.Kind == FindingKind.SharedDomain ? "domains" : "members";
}

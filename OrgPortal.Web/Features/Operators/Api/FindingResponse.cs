using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>Something about an organization that an operator should see to.</summary>
internal sealed record FindingResponse(
    [property: Description("What.")] FindingKind Kind,
    [property: Description("Which organization.")] string OrganizationId,
    [property: Description("What it was called when it was looked at.")] string OrganizationName,
    [property: Description("How many people it is about: all members of an organization without an administrator, those without a role; otherwise 0.")] int Number,
    [property: Description("The domain, for shared_domain.")] string? Domain,
    [property: Description("The other organizations that have it, the first ten.")] IReadOnlyList<string> OtherOrganizationIds,
    [property: Description("When it was first found.")] DateTimeOffset FoundAt,
    [property: Description("When it was last looked at.")] DateTimeOffset CheckedAt)
{
    /// <summary>Maps it.</summary>
    public static FindingResponse From(Finding finding) => new(
        finding.Kind, finding.Organization.Value, finding.OrganizationName, finding.Number, finding.Domain, [.. finding.Others.Select(other => other.Value)], finding.FoundAt, finding.CheckedAt);
}

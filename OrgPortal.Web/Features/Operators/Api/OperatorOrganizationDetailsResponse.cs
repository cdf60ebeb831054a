using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>One organization, as operators see it. What Logto did not answer is null.</summary>
internal sealed record OperatorOrganizationDetailsResponse(
    [property: Description("The organization.")] string Id,
    [property: Description("What it is called.")] string Name,
    [property: Description("What it says about itself.")] string? Description,
    [property: Description("When it was created.")] DateTimeOffset CreatedAt,
    [property: Description("Whether its members need a second factor.")] bool RequiresSecondFactor,
    [property: Description("How many people belong to it.")] int? Members,
    [property: Description("How many machine applications are in it.")] int? Machines,
    [property: Description("The identity providers through which people become members, by name.")] IReadOnlyList<string>? Connectors,
    [property: Description("Its domains.")] IReadOnlyList<OperatorDomainResponse>? Domains,
    [property: Description("Who administers it, the first ten.")] IReadOnlyList<OperatorPersonResponse>? Administrators,
    [property: Description("Set when it was deleted: until then its administrators can restore it.")] DateTimeOffset? RestorableUntil,
    [property: Description("What to see to, as it was when the organization was last looked at.")] IReadOnlyList<FindingResponse> Findings)
{
    /// <summary>Maps it.</summary>
    public static OperatorOrganizationDetailsResponse From(OperatorOrganization it) => new(
        it.Id.Value,
        it.Name,
        it.Description,
        it.CreatedAt,
        it.RequiresSecondFactor,
        it.Members,
        it.Machines,
        it.Connectors,
        it.Domains is null ? null : [.. it.Domains.Select(domain => new OperatorDomainResponse(domain.Name, domain.IsVerified, domain.IsClaimed, domain.LetsJoin, domain.OtherOwner?.Value))],
        it.Administrators.IsKnown ? [.. it.Administrators.People.Select(person => new OperatorPersonResponse(person.Id.Value, person.Name, person.EmailAddress))] : null,
        it.Hold?.RestorableUntil,
        [.. it.Findings.Select(FindingResponse.From)]);
}

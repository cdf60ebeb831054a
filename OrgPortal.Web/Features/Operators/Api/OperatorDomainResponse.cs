using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>A domain that has to do with an organization.</summary>
internal sealed record OperatorDomainResponse(
    [property: Description("The domain.")] string Domain,
    [property: Description("Whether the organization has proved that it is its own.")] bool IsVerified,
    [property: Description("Whether it stands in the organization's list.")] bool IsClaimed,
    [property: Description("Whether people who sign up with an address of it become members.")] bool LetsJoin,
    [property: Description("Another organization that has proved that it is its own.")] string? OtherOwner);

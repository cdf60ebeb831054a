using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>A domain that has to do with an organization.</summary>
/// <param name="Name">The domain.</param>
/// <param name="IsVerified">Whether the organization has proved that it is its own.</param>
/// <param name="IsClaimed">Whether it stands in the organization's list, proved or not.</param>
/// <param name="LetsJoin">Whether people who sign up with an address of it become members: so it is in Logto.</param>
/// <param name="OtherOwner">Another organization that has proved that it is its own.</param>
public sealed record OperatorDomain(string Name, bool IsVerified, bool IsClaimed, bool LetsJoin, OrganizationId? OtherOwner);

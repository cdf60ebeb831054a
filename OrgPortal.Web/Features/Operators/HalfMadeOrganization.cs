using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>A creation that was begun and is not done: something of it may be left in Logto. The portal clears it away by itself as soon as Logto lets it.</summary>
/// <param name="Creator">Who created.</param>
/// <param name="Creation">Which creation of that person's.</param>
/// <param name="Name">What it is to be called, as long as nothing is known to exist.</param>
/// <param name="Organization">The organization, if Logto is known to have made it.</param>
/// <param name="BegunAt">When its last try began.</param>
public sealed record HalfMadeOrganization(UserId Creator, Guid Creation, string? Name, OrganizationId? Organization, DateTimeOffset BegunAt);

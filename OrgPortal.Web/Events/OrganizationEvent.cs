using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>Something changed in an organization. Carries ids, not data: whoever shows it reads again.</summary>
/// <param name="Organization">Where.</param>
public abstract record OrganizationEvent(OrganizationId Organization);

/// <summary>Members came, went or changed roles.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Affected">Whose rights may have changed; <see langword="null"/> when not known: then everybody's.</param>
public sealed record MembersChanged(OrganizationId Organization, UserId? Affected = null) : OrganizationEvent(Organization);

/// <summary>Invitations were made, accepted, declined, revoked or renewed; or links to join by were.</summary>
/// <param name="Organization">Where.</param>
public sealed record InvitationsChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Name, description or settings changed.</summary>
/// <param name="Organization">Which.</param>
public sealed record OrganizationChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Domains were added, verified, opened, closed, or lapsed.</summary>
/// <param name="Organization">Whose.</param>
public sealed record DomainsChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Machines or their secrets were made, changed, switched or deleted.</summary>
/// <param name="Organization">Whose.</param>
public sealed record MachinesChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Webhooks were made, changed, switched or deleted, or something was sent to one.</summary>
/// <param name="Organization">Whose.</param>
public sealed record WebhooksChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Connections to identity providers were set up, tested, opened, closed or deleted.</summary>
/// <param name="Organization">Whose.</param>
public sealed record ConnectionsChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Somebody asked to join, or a request ended.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Asker">Whose request; <see langword="null"/> when not known: then anybody's.</param>
public sealed record JoinRequestsChanged(OrganizationId Organization, UserId? Asker = null) : OrganizationEvent(Organization);

/// <summary>A count of who has a second factor went on, or people were reminded.</summary>
/// <param name="Organization">Where.</param>
public sealed record SecondFactorsCounted(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>The organization is no more.</summary>
/// <param name="Organization">Which.</param>
public sealed record OrganizationDeleted(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>An operator went inside, or left.</summary>
/// <param name="Organization">Where.</param>
public sealed record VisitsChanged(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>Something was added to the organization's audit trail.</summary>
/// <param name="Organization">Whose.</param>
public sealed record AuditRecorded(OrganizationId Organization) : OrganizationEvent(Organization);

/// <summary>An import of invitations went on, or is another one's turn.</summary>
/// <param name="Organization">Where.</param>
public sealed record InvitationImportsChanged(OrganizationId Organization) : OrganizationEvent(Organization);

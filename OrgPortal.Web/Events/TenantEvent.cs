using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events;

/// <summary>Something changed that belongs to no single organization. Carries ids, not data.</summary>
public abstract record TenantEvent;

/// <summary>A person was suspended or deleted: nothing that is remembered of this person's rights holds any more.</summary>
/// <param name="Person">Who.</param>
public sealed record PersonBarred(UserId Person) : TenantEvent;

/// <summary>Roles or permissions of the organization template changed: nobody's remembered rights hold any more.</summary>
public sealed record TemplateChanged : TenantEvent;

/// <summary>A person was told something, or has read it.</summary>
/// <param name="Person">Who.</param>
public sealed record NoticesChanged(UserId Person) : TenantEvent;

/// <summary>A person's name or picture changed: whoever shows them reads again.</summary>
/// <param name="Person">Who.</param>
public sealed record PersonChanged(UserId Person) : TenantEvent;

/// <summary>The survey of the tenant went on, or what is to be seen to changed.</summary>
public sealed record TenantSurveyed : TenantEvent;

/// <summary>Whether organizations can be created changed.</summary>
public sealed record CreationSwitched : TenantEvent;

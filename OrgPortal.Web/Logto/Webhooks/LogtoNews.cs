namespace OrgPortal.Web.Logto.Webhooks;

/// <summary>What a webhook of Logto's tells: a hint to look, not a fact. It may be old, come twice, or never come.</summary>
public abstract record LogtoNews;

/// <summary>People or machines came into an organization or left it, or perhaps not: Logto tells also when nothing changed.</summary>
/// <param name="Organization">Which.</param>
/// <param name="Added">The people who came; empty when Logto does not say (before 1.40, or when it were machines).</param>
/// <param name="Removed">The people who left; empty likewise.</param>
public sealed record MembershipNews(OrganizationId Organization, IReadOnlySet<UserId> Added, IReadOnlySet<UserId> Removed) : LogtoNews
{
    /// <summary>All of them.</summary>
    public IReadOnlySet<UserId> Affected => Added.Union(Removed).ToHashSet();
}

/// <summary>An organization was created, changed or deleted.</summary>
/// <param name="Organization">Which.</param>
/// <param name="IsDeleted">Whether it is no more.</param>
public sealed record OrganizationNews(OrganizationId Organization, bool IsDeleted) : LogtoNews;

/// <summary>A person was suspended or deleted.</summary>
/// <param name="Person">Who.</param>
public sealed record PersonBarredNews(UserId Person) : LogtoNews;

/// <summary>Roles or permissions of the organization template changed.</summary>
public sealed record TemplateNews : LogtoNews;

/// <summary>Something that the portal does not follow.</summary>
public sealed record OtherNews : LogtoNews;

namespace OrgPortal.Web.Store;

/// <summary>A link by which several people can join an organization by themselves.</summary>
public sealed class JoinLink
{
    /// <summary>Names it in the list and in the audit trail; opens nothing.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal; the secret itself is kept nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>The organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>What its makers call it.</summary>
    public required string Name { get; set; }

    /// <summary>The organization roles that it gives, separated by spaces.</summary>
    public required string RoleIds { get; set; }

    /// <summary>The domains of addresses that may use it, in ASCII and lower case, separated by spaces; empty for anybody.</summary>
    public required string Domains { get; set; }

    /// <summary>How many people may join with it; <see langword="null"/> for any number.</summary>
    public int? MaxUses { get; set; }

    /// <summary>How many have joined with it, or are about to.</summary>
    public int Uses { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsOn { get; set; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made the link as it is now, or switched it on last, and vouches for whoever joins.</summary>
    public required string CreatedById { get; set; }

    /// <summary>What that person was called then.</summary>
    public string? CreatedByName { get; set; }
}

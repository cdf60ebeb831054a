namespace OrgPortal.Web.Store;

/// <summary>
/// A machine application that an organization made, and how far that is. Applications belong to the whole tenant in Logto: what is not here is
/// nobody's that the portal may touch.
/// </summary>
public sealed class OrganizationMachine
{
    /// <summary>Names it in the portal; also stands in the application's mark, by which it is found when its id was lost.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is, for ever.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The application in Logto; <see langword="null"/> until Logto has told it. No two rows have the same.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>What it was called when the portal last wrote it.</summary>
    public required string Name { get; set; }

    /// <summary><c>making</c>, <c>active</c>, <c>off</c>, <c>ending</c>.</summary>
    public required string State { get; set; }

    /// <summary>While it is off: the ids of the roles it had, with spaces between them.</summary>
    public string RoleIds { get; set; } = string.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedById { get; init; }

    /// <summary>What that person was called.</summary>
    public string? CreatedByName { get; init; }

    /// <summary>When the state was last changed: what is half done for long was broken off.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the first of its secrets ends that has not yet, or the last one ended, as the portal last saw; <see langword="null"/> when none does.</summary>
    public DateTimeOffset? SecretEndsAt { get; set; }

    /// <summary>When the portal looks next whether its organization is still there, and whether a secret ends soon.</summary>
    public required DateTimeOffset NextLookAt { get; set; }
}

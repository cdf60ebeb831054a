namespace OrgPortal.Web.Store;

/// <summary>
/// A creation that was begun in the wizard. Makes trying again safe (the same <see cref="RequestId"/> makes no second
/// organization), counts towards the limit per person, and tells after a crash what is half done.
/// </summary>
public sealed class CreatedOrganization
{
    /// <summary>Made by the wizard when it opens; unique per person.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who creates.</summary>
    public required string UserId { get; init; }

    /// <summary>What it is to be called, to look for it in Logto while its id is not known; <see langword="null"/> afterwards.</summary>
    public string? Name { get; set; }

    /// <summary>The organization, once Logto has made it.</summary>
    public string? OrganizationId { get; set; }

    /// <summary><c>begun</c>, <c>created</c>, <c>done</c>, <c>undone</c>, <c>lost</c>, <c>deleted</c>.</summary>
    public required string State { get; set; }

    /// <summary>When its latest try began.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
}

namespace OrgPortal.Web.Features.Domains;

/// <summary>Who may join with an address of a verified domain.</summary>
public enum DomainEnrolment
{
    /// <summary>Invited people only.</summary>
    Nothing,

    /// <summary>People find the organization and ask; an administrator approves.</summary>
    Ask,

    /// <summary>Whoever signs up with such an address joins by that. People who have an account already are not affected.</summary>
    Automatic,
}

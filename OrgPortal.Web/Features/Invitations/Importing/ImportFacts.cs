using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What lines are judged by: read once for a file, so that correcting a line asks nobody.</summary>
/// <param name="Roles">The roles for people, and which of them the person may give.</param>
/// <param name="Open">Addresses with an open invitation.</param>
/// <param name="Expired">Addresses with an expired one and no open one.</param>
/// <param name="Members">Which of the file's addresses belong to members; <see langword="null"/> where there are too many to compare, which is then noticed when sending.</param>
public sealed record ImportFacts(
    IReadOnlyList<GrantableRole> Roles,
    IReadOnlySet<EmailAddress> Open,
    IReadOnlySet<EmailAddress> Expired,
    IReadOnlySet<EmailAddress>? Members);

using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>An import that was started.</summary>
internal sealed record ImportStartedResponse(
    [property: Description("The import: ask for its progress by this.")] Guid Id);

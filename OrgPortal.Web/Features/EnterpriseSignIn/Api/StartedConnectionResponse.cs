using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A connection whose set-up has begun.</summary>
internal sealed record StartedConnectionResponse([property: Description("Names it.")] Guid Id);

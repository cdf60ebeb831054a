using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>An administrator.</summary>
internal sealed record OperatorPersonResponse(
    [property: Description("The person.")] string UserId,
    [property: Description("What to call them.")] string Name,
    [property: Description("Where to reach them, if it is known.")] string? EmailAddress);

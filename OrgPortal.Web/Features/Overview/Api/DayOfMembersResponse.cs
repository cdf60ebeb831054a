using System.ComponentModel;

namespace OrgPortal.Web.Features.Overview.Api;

/// <summary>How many members there were.</summary>
internal sealed record DayOfMembersResponse(
    [property: Description("When: a whole number of days before now.")] DateTimeOffset At,
    [property: Description("How many.")] int Members);

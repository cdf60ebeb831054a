using System.ComponentModel;

namespace OrgPortal.Web.Features.Notices.Api;

/// <summary>What a bell shows.</summary>
internal sealed record UnreadResponse(
    [property: Description("How many notices were not read.")] int Unread);

using System.ComponentModel;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>Whether a link is to work.</summary>
internal sealed record SwitchRequest(
    [property: Description("Whoever switches it on vouches for it from then on.")] bool? IsOn);

using System.ComponentModel;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>Which logo.</summary>
internal sealed record LogoQuery([property: Description("The logo on dark ground instead.")] bool? Dark = null);

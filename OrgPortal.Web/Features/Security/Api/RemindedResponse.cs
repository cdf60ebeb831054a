using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>What became of it.</summary>
internal sealed record RemindedResponse(
    [property: Description("How many were reminded. Whoever was within a day is left out.")] int Reminded);

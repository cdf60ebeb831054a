using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A further secret.</summary>
internal sealed record NewSecretRequest(
    [property: Description("What to call it, 1 to 60 characters; its day when left out.")] string? Name = null,
    [property: Description("For how many days it works; 180 when left out, or as long as a secret may live where that is less.")] int? ExpiresInDays = null);

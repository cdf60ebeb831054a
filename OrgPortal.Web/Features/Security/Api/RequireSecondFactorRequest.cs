using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>That a second factor is required.</summary>
internal sealed record RequireSecondFactorRequest(
    [property: Description("From when on, at most 90 days ahead; now when left out.")] DateTimeOffset? From = null,
    [property: Description("What the caller knows and wants all the same: nothing; oneself, that they have none themselves; administrators, that nobody who administers the organization has one.")] string? Accept = null);

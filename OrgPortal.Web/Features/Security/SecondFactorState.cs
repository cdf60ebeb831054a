namespace OrgPortal.Web.Features.Security;

/// <summary>How an organization stands with second factors.</summary>
/// <param name="IsRequired">Whether it requires one.</param>
/// <param name="Planned">From when on it will, if a day is set.</param>
/// <param name="Offered">Those of the tenant's factors that are enough, as Logto calls them; empty where nobody can set one up.</param>
/// <param name="CanBeLed">Whether people without one can be led to set one up: by the tenant's policy at sign-in, or to a page of the deployer.</param>
/// <param name="HasOwn">Whether whoever asks has one; <see langword="null"/> when that could not be read.</param>
/// <param name="Tally">The last count, or the one under way; <see langword="null"/> for none.</param>
/// <param name="LeavesProvidersOut">Whether people who sign in through one of the organization's identity providers are not led, although others are: Logto asks them for no second factor.</param>
public sealed record SecondFactorState(
    bool IsRequired, SecondFactorPlanned? Planned, IReadOnlyList<string> Offered, bool CanBeLed, bool? HasOwn, SecondFactorTally? Tally, bool LeavesProvidersOut = false);

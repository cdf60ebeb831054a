namespace OrgPortal.Web.Features.Security;

/// <summary>The day from which a second factor will be required.</summary>
/// <param name="From">From when on.</param>
/// <param name="SetByName">Who set it.</param>
/// <param name="SetAt">When.</param>
public sealed record SecondFactorPlanned(DateTimeOffset From, string SetByName, DateTimeOffset SetAt);

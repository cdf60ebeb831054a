namespace OrgPortal.Web.Features.Doctor;

/// <summary>Stands in a sentence for the name of another check.</summary>
/// <param name="Id">One of <see cref="CheckIds"/>.</param>
internal sealed record CheckTitle(string Id);

namespace OrgPortal.Web.Features.Audit;

/// <summary>24 hours in which somebody came or went.</summary>
/// <param name="Age">How many whole days ago: 0 for the last 24 hours.</param>
/// <param name="Came">How many came.</param>
/// <param name="Went">How many went.</param>
public sealed record DayOfMovements(int Age, int Came, int Went);

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>Who calls.</summary>
/// <param name="Id">The person's id.</param>
internal sealed record Who(string Id);

namespace OrgPortal.Benchmarks.Stock;

/// <summary>A row of the stock page.</summary>
public sealed record StockMember(string Name, string EmailAddress, string Role, DateTime LastSignIn);

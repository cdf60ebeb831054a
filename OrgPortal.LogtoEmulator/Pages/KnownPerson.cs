namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Somebody from the seed who still has the password the seed gave them.</summary>
internal sealed record KnownPerson(string Username, string? Email, string Password, string Organizations);

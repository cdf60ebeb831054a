namespace OrgPortal.Web.Features.Machines;

/// <summary>A secret that was just made, with its value: to be shown this once, and neither kept, logged nor put on record.</summary>
/// <param name="Machine">Whose.</param>
/// <param name="ClientId">The application's id in Logto.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The secret.</param>
/// <param name="EndsAt">Until when it is taken.</param>
public sealed record ShownSecret(Guid Machine, string ClientId, string Name, string Value, DateTimeOffset? EndsAt)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}

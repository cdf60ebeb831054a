using System.ComponentModel;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>A link by which people join by themselves. The link itself is shown only when it is made.</summary>
internal sealed record JoinLinkResponse(
    [property: Description("Names it; opens nothing.")] Guid Id,
    [property: Description("What its makers call it.")] string Name,
    [property: Description("Where it stands.")] JoinLinkState State,
    [property: Description("Whether it is switched on.")] bool IsOn,
    [property: Description("What it gives, as far as the template still has it.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("Whose addresses may use it; empty for anybody.")] IReadOnlyList<string> Domains,
    [property: Description("How many have joined.")] int Uses,
    [property: Description("How many may; null for any number.")] int? MaxUses,
    [property: Description("Who vouches for it.")] string MakerId,
    [property: Description("What that person was called.")] string? MakerName,
    [property: Description("When it was made.")] DateTimeOffset CreatedAt,
    [property: Description("When it ends, or ended.")] DateTimeOffset ExpiresAt)
{
    /// <summary>Maps it.</summary>
    public static JoinLinkResponse From(JoinLinkRow row) => new(
        row.Id, row.Name, row.State, row.IsOn, RoleReference.From(row.Roles), row.Domains, row.Uses, row.MaxUses, row.MakerId.Value, row.MakerName, row.CreatedAt, row.ExpiresAt);
}

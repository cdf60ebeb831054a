using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>What would become of one row.</summary>
internal sealed record ImportRowVerdictResponse(
    [property: Description("Which: the position from 1, or the line of the file.")] int Row,
    [property: Description("The address as it stands there.")] string EmailAddress,
    [property: Description("ready and renews are sent; duplicate, already_member and already_invited are left out; anything else has to be corrected.")] ImportVerdict Verdict,
    [property: Description("What it is about: a role's name or id, or the number of the row with the same address.")] string? Detail,
    [property: Description("The names of the roles it grants.")] IReadOnlyList<string> Roles,
    [property: Description("In how many days it ends; null for what is configured.")] int? ExpiresInDays)
{
    /// <summary>Maps it.</summary>
    public static ImportRowVerdictResponse From(ImportRow row) => new(row.Line.Number, row.Line.Address, row.Verdict, row.Detail, row.RoleNames, row.ExpiresInDays);
}

using System.ComponentModel;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>Somebody who joined by a link.</summary>
internal sealed record JoinedPersonResponse(
    [property: Description("The person's id in Logto.")] string Id,
    [property: Description("What the person was called then.")] string? Name,
    [property: Description("When.")] DateTimeOffset At)
{
    /// <summary>Maps it.</summary>
    public static JoinedPersonResponse From(JoinedPerson person) => new(person.Id.Value, person.Name, person.At);
}

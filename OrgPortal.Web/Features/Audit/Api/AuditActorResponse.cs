using System.ComponentModel;

namespace OrgPortal.Web.Features.Audit.Api;

/// <summary>Somebody who did something lately.</summary>
internal sealed record AuditActorResponse(
    [property: Description("The person's id in Logto.")] string Id,
    [property: Description("What the person was called last.")] string? Name)
{
    /// <summary>Maps it.</summary>
    public static AuditActorResponse From(AuditActor actor) => new(actor.Id.Value, actor.Name);
}

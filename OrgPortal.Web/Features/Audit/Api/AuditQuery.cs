using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit.Api;

/// <summary>Which records a list is asked for. Used with <c>[AsParameters]</c>.</summary>
internal readonly record struct AuditQuery(
    [property: FromQuery(Name = "actor"), Description("Only what the person of this id did or tried to do.")] string? Actor,
    [property: FromQuery(Name = "action"), Description("Only acts of this kind, such as member.remove.")] string? Action,
    [property: FromQuery(Name = "outcome"), Description("Only acts that ended so: done, failed or denied; begun for those of which no outcome is on record.")] string? Outcome,
    [property: FromQuery(Name = "from"), Description("From the beginning of this day, UTC.")] DateOnly? From,
    [property: FromQuery(Name = "to"), Description("Until the end of this day, UTC.")] DateOnly? To,
    [property: FromQuery(Name = "search"), Description("Part of the target's name or id, in any case; 128 characters count.")] string? Search)
{
    /// <summary>The filter.</summary>
    public AuditFilter Read(InputReader read) =>
        AuditFilter.Parse(read.IdOrNone<UserId>("actor", Actor)?.Value, Action, Outcome, AuditFilter.Write(From), AuditFilter.Write(To), Search);
}

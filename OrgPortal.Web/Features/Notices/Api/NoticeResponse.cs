using System.ComponentModel;

namespace OrgPortal.Web.Features.Notices.Api;

/// <summary>Something that the portal tells the caller.</summary>
internal sealed record NoticeResponse(
    [property: Description("For marking it as read.")] long Id,
    [property: Description("What happened, such as invitation.accepted; more kinds may come.")] string Kind,
    [property: Description("Where.")] string OrganizationId,
    [property: Description("What the organization is called.")] string? OrganizationName,
    [property: Description("The person it is about, if it is about one.")] string? PersonId,
    [property: Description("What that person was called then.")] string? PersonName,
    [property: Description("An address, where no name is known.")] string? EmailAddress,
    [property: Description("The portal's permission it is about.")] string? Permission,
    [property: Description("The day it is about.")] DateTimeOffset? Date,
    [property: Description("How many are done.")] int? Done,
    [property: Description("Of how many.")] int? Total,
    [property: Description("When it was told.")] DateTimeOffset At,
    [property: Description("Whether it was read.")] bool IsRead,
    [property: Description("Whether the person it is about is the caller.")] bool IsAboutMe)
{
    /// <summary>Maps it.</summary>
    public static NoticeResponse From(NoticeRow row) => new(
        row.Id,
        row.Kind,
        row.Organization.Value,
        row.OrganizationName,
        row.Facts.PersonId,
        row.Facts.PersonName,
        row.Facts.Address,
        row.Facts.Permission,
        row.Facts.Date,
        row.Facts.Done,
        row.Facts.Total,
        row.At,
        row.IsRead,
        row.IsAboutMe);
}

using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Requests of an organization.</summary>
/// <param name="Page">Those asked for.</param>
/// <param name="Open">How many wait.</param>
/// <param name="Ended">How many have ended and are kept.</param>
/// <param name="IsOn">Whether people can ask at the moment.</param>
public sealed record RequestList(Page<RequestRow> Page, int Open, int Ended, bool IsOn);

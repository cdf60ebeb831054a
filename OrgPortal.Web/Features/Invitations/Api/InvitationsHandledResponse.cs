using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>What became of several invitations.</summary>
internal sealed record InvitationsHandledResponse(
    [property: Description("For how many it was done.")] int Done,
    [property: Description("For how many it was not.")] int Left)
{
    /// <summary>Maps it.</summary>
    public static InvitationsHandledResponse From(InvitationsHandled handled) => new(handled.Done, handled.Left);
}

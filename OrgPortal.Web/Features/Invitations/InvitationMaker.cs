using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Who makes a link and vouches for the invitation with the own rights.</summary>
/// <param name="Id">The person; <see langword="null"/> for the operator of the tenant.</param>
/// <param name="Name">What the person is called; <see langword="null"/> for the inviter of the invitation, whose name is looked up.</param>
/// <param name="EmailAddress">The person's address, when it is known.</param>
internal sealed record InvitationMaker(UserId? Id, string? Name, string? EmailAddress = null)
{
    public static InvitationMaker Of(Person person) => new(person.Id, person.Name, person.EmailAddress);
}

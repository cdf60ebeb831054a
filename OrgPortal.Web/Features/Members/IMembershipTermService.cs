using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Memberships that end by themselves. It is a removal that is put off, so everything here asks for <c>members.delete</c>.</summary>
public interface IMembershipTermService
{
    /// <summary>
    /// Sets when somebody's membership ends, or another moment. The portal ends it then, whoever is there, and reminds seven days and one day before.
    /// </summary>
    /// <returns>
    /// Done; <see cref="Invalid"/> (<c>endsAt</c>) for what is past or further away than five years; <see cref="NotFound"/> for somebody who is no member; <see cref="Refused"/> with
    /// <see cref="RefusalReasons.OwnMembership"/>, <see cref="RefusalReasons.AboveOwnPermissions"/> or <see cref="RefusalReasons.LastAdministrator"/>.
    /// </returns>
    Task<Result> SetAsync(OrganizationId organization, UserId member, DateTimeOffset endsAt);

    /// <summary>Lifts it: the membership lasts. Done also when there was no end.</summary>
    Task<Result> LiftAsync(OrganizationId organization, UserId member);
}

using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>A member, as a line of an export.</summary>
internal sealed record ExportedMember(OrganizationMember Member, Joining? Joining, MembershipTerm? Term);

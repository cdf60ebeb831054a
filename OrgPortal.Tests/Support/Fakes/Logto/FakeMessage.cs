using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>A mail about an invitation.</summary>
public sealed record FakeMessage(InvitationId Invitation, string To, InvitationMessage Message, DateTimeOffset SentAt);

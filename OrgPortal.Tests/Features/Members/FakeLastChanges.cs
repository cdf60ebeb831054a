using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Who changed roles last, as a test says.</summary>
internal sealed class FakeLastChanges : ILastChanges
{
    public string? Who { get; set; }

    public Task<string?> FindWhoChangedRolesAsync(OrganizationId organization, UserId member) => Task.FromResult(Who);
}

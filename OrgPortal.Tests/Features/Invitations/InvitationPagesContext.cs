using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

/// <summary>The pages of invitations over the real services and a tenant in memory; Alice, the administrator of Acme, looks at them unless somebody else is told.</summary>
public abstract class InvitationPagesContext : MudTestContext
{
    protected const string Lists = "IOrganizationInvitationsClient.ListByOrganizationAsync";
    protected const string Creates = "IOrganizationInvitationsClient.CreateAsync";

    protected InvitationPagesContext()
    {
        Services.AddSingleton(Bed.Service);
        Services.AddSingleton(Bed.Responses);
        Services.AddSingleton(Bed.Imports);
        Services.AddSingleton<IMemberService>(new RolesOf(Bed));
        Services.AddSingleton<IOrganizationEvents>(Bed.Events);
        Services.AddSingleton<RecentChanges>();
        Services.AddSingleton(Options.Create(new InvitationOptions()));
        Services.AddScoped<PeopleCounts>();
    }

    protected InvitationTestBed Bed { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Types addresses into the field and ends them, as the browser reports it.</summary>
    protected static void Enter<TComponent>(IRenderedComponent<TComponent> rendered, string text)
        where TComponent : IComponent =>
        rendered.Find("textarea[data-addresses]").TriggerEvent("onaddresses", new AddressesEventArgs { Text = text });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Bed.Dispose();
    }

    // Only what the dialog asks: which roles the person could give away, as the real ceiling has it.
    private sealed class RolesOf(InvitationTestBed bed) : IMemberService
    {
        public async Task<Result<IReadOnlyList<GrantableRole>>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
            await bed.Get<IRoleCeiling>().ListAsync(organization, bed.User.Person!.Id, cancellationToken);

        public Task<Result<Page<MemberRow>>> ListAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<MemberProfile>> GetAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<IReadOnlyList<OrgPortal.Web.Logto.Models.SecondFactor>>> ListSecondFactorsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result> ChangeRolesAsync(OrganizationId organization, UserId member, IReadOnlyList<OrganizationRoleId> roles, IReadOnlyList<OrganizationRoleId>? expected = null) =>
            throw new NotSupportedException();

        public Task<Result<RemovalTerms>> GetRemovalTermsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<MemberRemoval>> RemoveAsync(OrganizationId organization, UserId member, SentInvitationsFate invitations = SentInvitationsFate.Leave) => throw new NotSupportedException();

        public Task<Result> LeaveAsync(OrganizationId organization) => throw new NotSupportedException();

        public Task<Result<HandOverTerms>> GetHandOverTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result> HandOverAsync(OrganizationId organization, UserId recipient, IReadOnlyList<OrganizationRoleId> afterwards, string typedName) => throw new NotSupportedException();
    }
}

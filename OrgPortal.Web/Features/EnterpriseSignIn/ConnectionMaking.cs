using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Makes a connector in Logto, without settings and domains: nobody can sign in through it. Its row stands in the store first, and its name in Logto bears the row's mark: when Logto's answer is lost,
/// what was made is found by it, at once or later.
/// </summary>
internal sealed class ConnectionMaking(ConnectionAccess access, ConnectionStore store, ConnectionEnding ending, ISsoConnectorsClient connectors, IOptions<EnterpriseSignInOptions> options, TimeProvider time)
{
    /// <summary>How many connections an organization may have, as a failure's code.</summary>
    public const string PerOrganization = "connections_per_organization";

    /// <summary>How long after it was made a connection is looked at for the first time.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);

    /// <summary>Makes one, inside the organization's lock.</summary>
    public async Task<Result<Guid>> RunAsync(OrganizationId organization, Person actor, ConnectionForm form)
    {
        var known = await store.ListAsync(organization);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var row = Draft(organization, actor, form);
        var act = ConnectionActs.Of(AuditActions.StartConnection, row, after: new { kind = row.Kind });
        if (await access.RefuseAsync(actor, act, [], decides: false) is { } refused)
        {
            return refused;
        }

        return known.Value.Count(one => one.State != ConnectionStates.Ending) >= options.Value.PerOrganization
            ? new LimitReached(PerOrganization)
            : await access.ActAsync(act, intent => MakeAsync(row, intent));
    }

    private async Task<Result<Guid>> MakeAsync(OrganizationConnector row, AuditIntent intent)
    {
        var added = await store.AddAsync(row);
        if (added.IsFailure)
        {
            return added.Failure;
        }

        var provider = row.Kind == ConnectionStates.Saml ? SsoProviders.Saml : SsoProviders.Oidc;
        var created = await connectors.CreateAsync(new NewSsoConnector(provider, ConnectionStates.LogtoNameOf(row))).ToResultAsync(ConnectionAnswers.Explain);
        var id = created switch
        {
            { IsFailure: false } => created.Value.Id,
            // Logto did not answer, and there may be one now.
            { Failure: Unavailable } => (await ending.FindLeftAsync(row)) is { IsFailure: false, Value: [var left, ..] } ? left : null,
            _ => null,
        };
        if (id is null)
        {
            if (created.Failure is not Unavailable)
            {
                await store.RemoveAsync(row.Id);
            }

            return created.Failure!;
        }

        (row.ConnectorId, row.State, row.ChangedAt, intent.TargetId) = (id, ConnectionStates.Draft, time.GetUtcNow(), id);
        var saved = await store.SaveAsync(row);
        return saved.IsFailure ? saved.Failure : row.Id;
    }

    private OrganizationConnector Draft(OrganizationId organization, Person actor, ConnectionForm form)
    {
        var now = time.GetUtcNow();
        return new OrganizationConnector
        {
            Id = Guid.NewGuid(),
            OrganizationId = organization.Value,
            Name = form.Name.Trim(),
            Kind = form.Kind == ConnectionKind.Saml ? ConnectionStates.Saml : ConnectionStates.Oidc,
            State = ConnectionStates.Making,
            CreatedAt = now,
            CreatedById = actor.Id.Value,
            CreatedByName = actor.Name,
            ChangedAt = now,
            NextLookAt = now + BetweenLooks,
        };
    }
}

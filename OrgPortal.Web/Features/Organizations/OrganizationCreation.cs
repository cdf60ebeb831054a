using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>
/// Creation in three calls that Logto does not tie together: organization, member, role. Each step stands in the portal's journal
/// before the next begins, so that a failure is undone at once, and what a crash leaves behind is found and undone later.
/// </summary>
internal sealed class OrganizationCreation(
    IOrganizationsClient organizations,
    IOrganizationMembersClient members,
    IOrganizationRolesClient roles,
    IDbContextFactory<PortalDbContext> store,
    IOptions<OrganizationOptions> options,
    IOptions<PermissionOptions> permissions,
    TimeProvider time)
{
    /// <summary>A creation that is older than this and not done was broken off.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(2);

    /// <summary>What an earlier try with the same request came to: the organization, or nothing yet.</summary>
    public async Task<OrganizationId?> FindDoneAsync(UserId creator, Guid requestId)
    {
        await using var context = await store.CreateDbContextAsync();
        var earlier = await context.CreatedOrganizations.FindAsync(creator.Value, requestId);
        return earlier is { State: CreationStates.Done, OrganizationId: { } id } ? OrganizationId.Parse(id, null) : null;
    }

    /// <summary>Whether the person has made as many as the deployer allows.</summary>
    public async Task<bool> IsLimitReachedAsync(UserId creator)
    {
        if (options.Value.PerPerson == 0)
        {
            return false;
        }

        await using var context = await store.CreateDbContextAsync();
        return await context.CreatedOrganizations.CountAsync(c => c.UserId == creator.Value && c.State == CreationStates.Done) >= options.Value.PerPerson;
    }

    /// <summary>The role that makes the creator the administrator.</summary>
    /// <exception cref="InvalidOperationException">The organization template has no such role: a set-up that is wrong.</exception>
    public async Task<Result<OrganizationRole>> FindAdministratorRoleAsync()
    {
        var known = await roles.ListAsync().ToResultAsync();
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var name = options.Value.AdministratorRole;
        var role = known.Value
            .Where(role => role.IsForPeople && (name is null ? MakesAdministrator(role) : role.Name == name))
            .MaxBy(role => role.Scopes.Count);
        return role ?? throw new InvalidOperationException(
            name is null
                ? "The organization template has no role for people that may manage members and delete the organization. Create one, or set Portal:Organizations:AdministratorRole."
                : "The organization template has no role for people with the name in Portal:Organizations:AdministratorRole.");
    }

    public async Task<Result<OrganizationId>> RunAsync(Guid requestId, UserId creator, OrganizationRole administrator, CreateOrganizationForm form, AuditIntent intent)
    {
        var journal = await BeginAsync(requestId, creator);
        var created = await organizations.CreateAsync(new NewOrganization(form.Name, form.Description)).ToResultAsync();
        if (created.IsFailure)
        {
            await NoteAsync(journal, CreationStates.Undone);
            return created.Failure;
        }

        var organization = created.Value.Id;
        (journal.OrganizationId, intent.Organization, intent.TargetId) = (organization.Value, organization, organization.Value);
        await NoteAsync(journal, CreationStates.Created);

        var joined = await JoinAsync(organization, creator, administrator);
        if (joined.IsFailure)
        {
            await UndoAsync(journal);
            return joined.Failure;
        }

        await NoteAsync(journal, CreationStates.Done);
        return organization;
    }

    /// <summary>Deletes what a broken-off creation left in Logto. When that fails too, the journal keeps it for the next time.</summary>
    public async Task<bool> UndoAsync(CreatedOrganization journal)
    {
        if (journal.OrganizationId is { } id)
        {
            var deleted = await organizations.DeleteAsync(OrganizationId.Parse(id, null)).ToResultAsync();
            if (deleted is { IsFailure: true, Failure: not NotFound })
            {
                return false;
            }
        }

        await NoteAsync(journal, CreationStates.Undone);
        return true;
    }

    /// <summary>Creations that were broken off, oldest first.</summary>
    public async Task<IReadOnlyList<CreatedOrganization>> ListBrokenOffAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - BrokenOffAfter;
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await context.CreatedOrganizations
            .Where(c => c.State != CreationStates.Done && c.State != CreationStates.Undone && c.CreatedAt < before)
            .OrderBy(c => c.CreatedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>An organization that was deleted no longer counts towards its creator's limit.</summary>
    public async Task ForgetAsync(OrganizationId organization)
    {
        await using var context = await store.CreateDbContextAsync();
        await context.CreatedOrganizations.Where(c => c.OrganizationId == organization.Value)
            .ExecuteUpdateAsync(c => c.SetProperty(row => row.State, CreationStates.Deleted));
    }

    private bool MakesAdministrator(OrganizationRole role)
    {
        var held = permissions.Value.Translate(role.Scopes.Select(scope => scope.Name));
        return OrganizationPermissions.Administrator.All(held.Contains);
    }

    private async Task<Result> JoinAsync(OrganizationId organization, UserId creator, OrganizationRole administrator)
    {
        var added = await members.AddAsync(organization, [creator]).ToResultAsync();
        return added.IsFailure ? added : await members.AddRolesAsync(organization, creator, [administrator.Id]).ToResultAsync();
    }

    private async Task<CreatedOrganization> BeginAsync(Guid requestId, UserId creator)
    {
        await using var context = await store.CreateDbContextAsync();
        var journal = await context.CreatedOrganizations.FindAsync(creator.Value, requestId);
        if (journal is null)
        {
            journal = new CreatedOrganization { RequestId = requestId, UserId = creator.Value, State = CreationStates.Begun, CreatedAt = time.GetUtcNow() };
            context.Add(journal);
        }
        else
        {
            (journal.State, journal.OrganizationId) = (CreationStates.Begun, null);
        }

        await context.SaveChangesAsync();
        return journal;
    }

    private async Task NoteAsync(CreatedOrganization journal, string state)
    {
        journal.State = state;
        await using var context = await store.CreateDbContextAsync();
        context.Update(journal);
        await context.SaveChangesAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OrgPortal.Web.Store;

/// <summary>
/// The portal's own database: what Logto keeps none of. Taken per operation from <see cref="IDbContextFactory{TContext}"/>, which keeps some for later; each kind of
/// database derives from it, because each has migrations of its own.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The audit trail.</summary>
    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    /// <summary>Where the audit trail begins and ends.</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    /// <summary>Links of invitations.</summary>
    public DbSet<InvitationToken> InvitationTokens => Set<InvitationToken>();

    /// <summary>What goes with the mails of invitations.</summary>
    public DbSet<InvitationLetter> InvitationLetters => Set<InvitationLetter>();

    /// <summary>Creations of organizations.</summary>
    public DbSet<CreatedOrganization> CreatedOrganizations => Set<CreatedOrganization>();

    /// <summary>Leases.</summary>
    public DbSet<OrganizationLock> OrganizationLocks => Set<OrganizationLock>();

    /// <summary>Counts for limits.</summary>
    public DbSet<UsageCounter> UsageCounters => Set<UsageCounter>();

    /// <summary>Domains that organizations claim.</summary>
    public DbSet<OrganizationDomain> OrganizationDomains => Set<OrganizationDomain>();

    /// <summary>Requests to join.</summary>
    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

    /// <summary>Sign-ins.</summary>
    public DbSet<SessionEntry> Sessions => Set<SessionEntry>();

    /// <summary>Many invitations at once.</summary>
    public DbSet<InvitationImport> InvitationImports => Set<InvitationImport>();

    /// <summary>What becomes of each of them.</summary>
    public DbSet<InvitationImportRow> InvitationImportRows => Set<InvitationImportRow>();

    /// <summary>Notes for people.</summary>
    public DbSet<NoticeEntry> Notices => Set<NoticeEntry>();

    /// <summary>Links by which people join by themselves.</summary>
    public DbSet<JoinLink> JoinLinks => Set<JoinLink>();

    /// <summary>Who joined by them.</summary>
    public DbSet<JoinLinkUse> JoinLinkUses => Set<JoinLinkUse>();

    /// <summary>Memberships that ended.</summary>
    public DbSet<FormerMembership> FormerMemberships => Set<FormerMembership>();

    /// <summary>Memberships that end on a date.</summary>
    public DbSet<MembershipTerm> MembershipTerms => Set<MembershipTerm>();

    /// <summary>Requests that may be repeated.</summary>
    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    /// <summary>Machine applications that organizations made.</summary>
    public DbSet<OrganizationMachine> OrganizationMachines => Set<OrganizationMachine>();

    /// <summary>Days from which organizations will require a second factor.</summary>
    public DbSet<SecondFactorPlan> SecondFactorPlans => Set<SecondFactorPlan>();

    /// <summary>How many members have a second factor.</summary>
    public DbSet<SecondFactorCount> SecondFactorCounts => Set<SecondFactorCount>();

    /// <summary>Who has none.</summary>
    public DbSet<SecondFactorGap> SecondFactorGaps => Set<SecondFactorGap>();

    /// <summary>Where organizations want to be told of what happens.</summary>
    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    /// <summary>What they are told, and how that went.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>How far of the audit trail was told.</summary>
    public DbSet<WebhookCursor> WebhookCursors => Set<WebhookCursor>();

    /// <summary>Connections to identity providers that organizations set up.</summary>
    public DbSet<OrganizationConnector> OrganizationConnectors => Set<OrganizationConnector>();

    /// <summary>Organizations that were deleted and can still be restored.</summary>
    public DbSet<HeldOrganization> HeldOrganizations => Set<HeldOrganization>();

    /// <summary>Operators inside organizations, now and before.</summary>
    public DbSet<OperatorVisit> OperatorVisits => Set<OperatorVisit>();

    /// <summary>Whether creating organizations is suspended.</summary>
    public DbSet<CreationSuspension> CreationSuspensions => Set<CreationSuspension>();

    /// <summary>The walk through the tenant.</summary>
    public DbSet<TenantSurvey> TenantSurveys => Set<TenantSurvey>();

    /// <summary>What it found.</summary>
    public DbSet<SurveyFinding> SurveyFindings => Set<SurveyFinding>();

    /// <summary>Which domains it saw where.</summary>
    public DbSet<SurveyedDomain> SurveyedDomains => Set<SurveyedDomain>();

    /// <summary>Begins to read: until it is disposed of, every read sees the store as it is now, and nothing can be written.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRecord>(entity =>
        {
            entity.HasKey(r => r.Sequence);
            entity.Property(r => r.Sequence).ValueGeneratedNever();
            entity.HasIndex(r => r.IntentSequence).IsUnique();
            // One for each way the page looks for them, newest first: cost does not grow with the trail.
            entity.HasIndex(r => new { r.OrganizationId, r.At, r.Sequence });
            entity.HasIndex(r => new { r.OrganizationId, r.ActorId, r.At, r.Sequence });
            entity.HasIndex(r => new { r.OrganizationId, r.Action, r.At, r.Sequence });
            entity.HasIndex(r => new { r.OrganizationId, r.Outcome, r.At, r.Sequence });
        });
        modelBuilder.Entity<AuditChain>(entity =>
        {
            entity.HasKey(c => c.Id);
            entity.Property(c => c.Id).ValueGeneratedNever();
            entity.HasData(new AuditChain());
        });
        modelBuilder.Entity<InvitationToken>(entity =>
        {
            entity.HasKey(t => t.Hash);
            entity.HasIndex(t => t.InvitationId);
            entity.HasIndex(t => new { t.OrganizationId, t.EndedBecause });
            entity.Property(t => t.EndedBecause).HasMaxLength(32);
            entity.Property(t => t.EndedNote).HasMaxLength(280);
            entity.Property(t => t.CreatedById).HasMaxLength(64);
            entity.Property(t => t.Hash).HasMaxLength(64);
            entity.Property(t => t.InvitationId).HasMaxLength(64);
            entity.Property(t => t.OrganizationId).HasMaxLength(64);
        });
        modelBuilder.Entity<InvitationLetter>(entity =>
        {
            entity.HasKey(l => l.InvitationId);
            entity.Property(l => l.InvitationId).HasMaxLength(64);
            entity.Property(l => l.OrganizationId).HasMaxLength(64);
            entity.Property(l => l.Language).HasMaxLength(16);
            entity.Property(l => l.Note).HasMaxLength(InvitationLetter.LongestNote);
            entity.Property(l => l.FailedBecause).HasMaxLength(64);
        });
        modelBuilder.Entity<CreatedOrganization>(entity =>
        {
            entity.HasKey(c => new { c.UserId, c.RequestId });
            entity.Property(c => c.UserId).HasMaxLength(64);
            entity.Property(c => c.Name).HasMaxLength(128);
        });
        modelBuilder.Entity<OrganizationLock>(entity =>
        {
            entity.HasKey(l => l.OrganizationId);
            entity.Property(l => l.OrganizationId).HasMaxLength(64);
        });
        modelBuilder.Entity<UsageCounter>(entity =>
        {
            entity.HasKey(c => new { c.Key, c.WindowStartMilliseconds });
            entity.Property(c => c.Key).HasMaxLength(128);
        });
        modelBuilder.Entity<OrganizationDomain>(entity =>
        {
            entity.HasKey(d => new { d.OrganizationId, d.Name });
            // A verified domain has one owner, whoever is faster.
            entity.HasIndex(d => d.Name).IsUnique().HasFilter("\"VerifiedAt\" IS NOT NULL");
            entity.HasIndex(d => d.NextCheckAt);
            entity.Property(d => d.OrganizationId).HasMaxLength(64);
            entity.Property(d => d.Name).HasMaxLength(128);
            entity.Property(d => d.Challenge).HasMaxLength(64);
            entity.Property(d => d.Found).HasMaxLength(16);
            entity.Property(d => d.Enrolment).HasMaxLength(16);
        });
        modelBuilder.Entity<JoinRequest>(entity =>
        {
            entity.HasKey(r => r.Id);
            // One open request of a person in an organization.
            entity.HasIndex(r => new { r.OrganizationId, r.UserId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
            entity.HasIndex(r => new { r.OrganizationId, r.ClosedAt, r.AskedAt });
            entity.HasIndex(r => new { r.UserId, r.AskedAt });
            entity.HasIndex(r => new { r.State, r.ChangedAt });
            entity.Property(r => r.Id).ValueGeneratedNever();
            entity.Property(r => r.OrganizationId).HasMaxLength(64);
            entity.Property(r => r.UserId).HasMaxLength(64);
            entity.Property(r => r.Domain).HasMaxLength(128);
            entity.Property(r => r.State).HasMaxLength(16);
        });
        modelBuilder.Entity<SessionEntry>(entity =>
        {
            entity.HasKey(s => s.Id);
            entity.HasIndex(s => s.UserId);
            entity.HasIndex(s => s.LogtoSessionId);
            entity.Property(s => s.Id).HasMaxLength(64);
            entity.Property(s => s.UserId).HasMaxLength(64);
            entity.Property(s => s.LogtoSessionId).HasMaxLength(128);
        });
        modelBuilder.Entity<InvitationImport>(entity =>
        {
            entity.HasKey(i => i.Id);
            entity.HasIndex(i => new { i.OrganizationId, i.StartedAt });
            entity.HasIndex(i => i.State);
            entity.Property(i => i.OrganizationId).HasMaxLength(64);
            entity.Property(i => i.FileName).HasMaxLength(200);
            entity.Property(i => i.StartedById).HasMaxLength(64);
            entity.Property(i => i.State).HasMaxLength(16);
            entity.Property(i => i.Reason).HasMaxLength(64);
        });
        modelBuilder.Entity<InvitationImportRow>(entity =>
        {
            entity.HasKey(r => new { r.ImportId, r.Number });
            entity.HasIndex(r => new { r.ImportId, r.State, r.Number });
            entity.HasOne<InvitationImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
            entity.Property(r => r.Address).HasMaxLength(256);
            entity.Property(r => r.Language).HasMaxLength(16);
            entity.Property(r => r.Note).HasMaxLength(InvitationLetter.LongestNote);
            entity.Property(r => r.Act).HasMaxLength(16);
            entity.Property(r => r.State).HasMaxLength(16);
            entity.Property(r => r.Reason).HasMaxLength(64);
            entity.Property(r => r.Target).HasMaxLength(64);
            entity.Property(r => r.InvitationId).HasMaxLength(64);
        });
        modelBuilder.Entity<NoticeEntry>(entity =>
        {
            entity.HasKey(n => n.Id);
            // One person's, newest first; what was told once; what is too old.
            entity.HasIndex(n => new { n.RecipientId, n.Id });
            entity.HasIndex(n => new { n.RecipientId, n.Once }).IsUnique();
            entity.HasIndex(n => n.At);
            entity.Property(n => n.RecipientId).HasMaxLength(64);
            entity.Property(n => n.OrganizationId).HasMaxLength(64);
            entity.Property(n => n.Kind).HasMaxLength(64);
            entity.Property(n => n.Once).HasMaxLength(192);
        });
        modelBuilder.Entity<JoinLink>(entity =>
        {
            entity.HasKey(l => l.Id);
            entity.Property(l => l.Id).ValueGeneratedNever();
            entity.HasIndex(l => l.Hash).IsUnique();
            entity.HasIndex(l => l.OrganizationId);
            entity.Property(l => l.Hash).HasMaxLength(64);
            entity.Property(l => l.OrganizationId).HasMaxLength(64);
            entity.Property(l => l.Name).HasMaxLength(60);
            entity.Property(l => l.CreatedById).HasMaxLength(64);
        });
        modelBuilder.Entity<JoinLinkUse>(entity =>
        {
            entity.HasKey(u => new { u.LinkId, u.UserId });
            entity.HasIndex(u => new { u.State, u.At });
            entity.Property(u => u.UserId).HasMaxLength(64);
            entity.Property(u => u.OrganizationId).HasMaxLength(64);
            entity.Property(u => u.State).HasMaxLength(16);
        });
        modelBuilder.Entity<FormerMembership>(entity =>
        {
            entity.HasKey(f => new { f.OrganizationId, f.UserId });
            entity.HasIndex(f => new { f.OrganizationId, f.EndedAt });
            entity.Property(f => f.OrganizationId).HasMaxLength(64);
            entity.Property(f => f.UserId).HasMaxLength(64);
            entity.Property(f => f.How).HasMaxLength(16);
            entity.Property(f => f.EndedById).HasMaxLength(64);
            entity.Property(f => f.TermSetById).HasMaxLength(64);
        });
        modelBuilder.Entity<MembershipTerm>(entity =>
        {
            entity.HasKey(t => new { t.OrganizationId, t.UserId });
            entity.HasIndex(t => t.DueAt);
            entity.Property(t => t.OrganizationId).HasMaxLength(64);
            entity.Property(t => t.UserId).HasMaxLength(64);
            entity.Property(t => t.SetById).HasMaxLength(64);
        });
        modelBuilder.Entity<IdempotentRequest>(entity =>
        {
            entity.HasKey(r => r.Id);
            // How many somebody keeps; what is too old.
            entity.HasIndex(r => r.UserId);
            entity.HasIndex(r => r.ExpiresAt);
            entity.Property(r => r.Id).HasMaxLength(64);
            entity.Property(r => r.UserId).HasMaxLength(64);
            entity.Property(r => r.Fingerprint).HasMaxLength(64);
        });
        modelBuilder.Entity<OrganizationMachine>(entity =>
        {
            entity.HasKey(m => m.Id);
            entity.Property(m => m.Id).ValueGeneratedNever();
            // An application has one owner.
            entity.HasIndex(m => m.ApplicationId).IsUnique();
            entity.HasIndex(m => m.OrganizationId);
            entity.HasIndex(m => new { m.State, m.ChangedAt });
            entity.HasIndex(m => m.NextLookAt);
            entity.Property(m => m.OrganizationId).HasMaxLength(64);
            entity.Property(m => m.ApplicationId).HasMaxLength(64);
            entity.Property(m => m.Name).HasMaxLength(128);
            entity.Property(m => m.State).HasMaxLength(16);
            entity.Property(m => m.RoleIds).HasMaxLength(1024);
            entity.Property(m => m.CreatedById).HasMaxLength(64);
        });
        modelBuilder.Entity<SecondFactorPlan>(entity =>
        {
            entity.HasKey(p => p.OrganizationId);
            entity.HasIndex(p => p.DueAt);
            entity.Property(p => p.OrganizationId).HasMaxLength(64);
            entity.Property(p => p.SetById).HasMaxLength(64);
        });
        modelBuilder.Entity<SecondFactorCount>(entity =>
        {
            entity.HasKey(c => c.OrganizationId);
            // What is to be taken up again, and what is too old.
            entity.HasIndex(c => new { c.State, c.ChangedAt });
            entity.Property(c => c.OrganizationId).HasMaxLength(64);
            entity.Property(c => c.Run).HasMaxLength(32);
            entity.Property(c => c.State).HasMaxLength(16);
            entity.Property(c => c.Reason).HasMaxLength(64);
            entity.Property(c => c.StartedById).HasMaxLength(64);
        });
        modelBuilder.Entity<SecondFactorGap>(entity =>
        {
            entity.HasKey(g => new { g.OrganizationId, g.UserId });
            entity.HasIndex(g => new { g.OrganizationId, g.Run, g.Position });
            entity.Property(g => g.OrganizationId).HasMaxLength(64);
            entity.Property(g => g.UserId).HasMaxLength(64);
            entity.Property(g => g.Run).HasMaxLength(32);
        });
        modelBuilder.Entity<WebhookEndpoint>(entity =>
        {
            entity.HasKey(e => e.Id);
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.HasIndex(e => e.OrganizationId);
            entity.HasIndex(e => e.OldSecretEndsAt).HasFilter("\"OldSecretEndsAt\" IS NOT NULL");
            entity.Property(e => e.OrganizationId).HasMaxLength(64);
            entity.Property(e => e.Url).HasMaxLength(2048);
            entity.Property(e => e.Description).HasMaxLength(256);
            entity.Property(e => e.EventTypes).HasMaxLength(1024);
            entity.Property(e => e.State).HasMaxLength(16);
            entity.Property(e => e.CreatedById).HasMaxLength(64);
        });
        modelBuilder.Entity<WebhookDelivery>(entity =>
        {
            entity.HasKey(d => d.Id);
            entity.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Cascade);
            // A page of one webhook's, newest first; what it is time to send; what is too old.
            entity.HasIndex(d => new { d.EndpointId, d.Id });
            entity.HasIndex(d => new { d.EndpointId, d.State, d.Id });
            entity.HasIndex(d => d.NextTryAt).HasFilter("\"NextTryAt\" IS NOT NULL");
            entity.HasIndex(d => d.CreatedAt);
            entity.Property(d => d.MessageId).HasMaxLength(64);
            entity.Property(d => d.EventType).HasMaxLength(64);
            entity.Property(d => d.State).HasMaxLength(16);
            entity.Property(d => d.LastTrouble).HasMaxLength(32);
            entity.Property(d => d.LastResponse).HasMaxLength(WebhookDelivery.LongestResponse);
        });
        modelBuilder.Entity<WebhookCursor>(entity =>
        {
            entity.HasKey(c => c.Id);
            entity.Property(c => c.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<OrganizationConnector>(entity =>
        {
            entity.HasKey(c => c.Id);
            entity.Property(c => c.Id).ValueGeneratedNever();
            // A connector has one owner.
            entity.HasIndex(c => c.ConnectorId).IsUnique();
            entity.HasIndex(c => c.OrganizationId);
            entity.HasIndex(c => new { c.State, c.ChangedAt });
            entity.HasIndex(c => c.NextLookAt);
            entity.Property(c => c.OrganizationId).HasMaxLength(64);
            entity.Property(c => c.ConnectorId).HasMaxLength(64);
            entity.Property(c => c.Name).HasMaxLength(OrganizationConnector.LongestName);
            entity.Property(c => c.Kind).HasMaxLength(16);
            entity.Property(c => c.State).HasMaxLength(16);
            entity.Property(c => c.Provider).HasMaxLength(512);
            entity.Property(c => c.ClientId).HasMaxLength(256);
            entity.Property(c => c.SignInUrl).HasMaxLength(1024);
            entity.Property(c => c.Domains).HasMaxLength(4096);
            entity.Property(c => c.TrialFound).HasMaxLength(32);
            entity.Property(c => c.TrialAddress).HasMaxLength(256);
            entity.Property(c => c.CreatedById).HasMaxLength(64);
        });
        modelBuilder.Entity<HeldOrganization>(entity =>
        {
            entity.HasKey(h => h.OrganizationId);
            entity.HasIndex(h => h.DueAt);
            entity.Property(h => h.OrganizationId).HasMaxLength(64);
            entity.Property(h => h.Name).HasMaxLength(128);
            entity.Property(h => h.DeletedById).HasMaxLength(64);
        });
        modelBuilder.Entity<OperatorVisit>(entity =>
        {
            entity.HasKey(v => v.Id);
            // Those under way are few, and asked for all the time.
            entity.HasIndex(v => v.EndedAt);
            entity.HasIndex(v => new { v.OrganizationId, v.OperatorId, v.EndsAt });
            entity.Property(v => v.OrganizationId).HasMaxLength(64);
            entity.Property(v => v.OperatorId).HasMaxLength(64);
            entity.Property(v => v.OperatorName).HasMaxLength(256);
            entity.Property(v => v.Reason).HasMaxLength(500);
        });
        modelBuilder.Entity<CreationSuspension>(entity =>
        {
            entity.HasKey(s => s.Id);
            entity.Property(s => s.Id).ValueGeneratedNever();
            entity.Property(s => s.Sentence).HasMaxLength(CreationSuspension.LongestSentence);
            entity.Property(s => s.SuspendedById).HasMaxLength(64);
        });
        modelBuilder.Entity<TenantSurvey>(entity =>
        {
            entity.HasKey(s => s.Id);
            entity.Property(s => s.Id).ValueGeneratedNever();
            entity.Property(s => s.Run).HasMaxLength(32);
            entity.Property(s => s.State).HasMaxLength(16);
            entity.Property(s => s.Reason).HasMaxLength(64);
            entity.Property(s => s.StartedById).HasMaxLength(64);
        });
        modelBuilder.Entity<SurveyFinding>(entity =>
        {
            entity.HasKey(f => new { f.OrganizationId, f.Kind, f.Subject });
            // A page of one kind, a page of all, those of a domain, and those that a walk has not come by.
            entity.HasIndex(f => new { f.Kind, f.FoundAt, f.OrganizationId });
            entity.HasIndex(f => new { f.FoundAt, f.OrganizationId });
            entity.HasIndex(f => f.Subject);
            entity.HasIndex(f => f.CheckedAt);
            entity.Property(f => f.OrganizationId).HasMaxLength(64);
            entity.Property(f => f.Kind).HasMaxLength(32);
            entity.Property(f => f.Subject).HasMaxLength(256);
            entity.Property(f => f.OrganizationName).HasMaxLength(128);
            entity.Property(f => f.Others).HasMaxLength(SurveyFinding.LongestOthers);
        });
        modelBuilder.Entity<SurveyedDomain>(entity =>
        {
            entity.HasKey(d => new { d.OrganizationId, d.Name });
            entity.HasIndex(d => d.Name);
            entity.HasIndex(d => d.SeenAt);
            entity.Property(d => d.OrganizationId).HasMaxLength(64);
            entity.Property(d => d.Name).HasMaxLength(256);
            entity.Property(d => d.OrganizationName).HasMaxLength(128);
        });
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite has no type for points in time that it can compare and sort; a number it can.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToMilliseconds>();

    private sealed class DateTimeOffsetToMilliseconds() : ValueConverter<DateTimeOffset, long>(
        value => value.ToUnixTimeMilliseconds(),
        value => DateTimeOffset.FromUnixTimeMilliseconds(value));
}

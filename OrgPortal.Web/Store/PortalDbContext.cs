using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OrgPortal.Web.Store;

/// <summary>
/// The portal's own database: what Logto keeps none of. Made per operation by <see cref="IDbContextFactory{TContext}"/>; each kind of
/// database derives from it, because each has migrations of its own.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Links of invitations.</summary>
    public DbSet<InvitationToken> InvitationTokens => Set<InvitationToken>();

    /// <summary>Creations of organizations.</summary>
    public DbSet<CreatedOrganization> CreatedOrganizations => Set<CreatedOrganization>();

    /// <summary>Leases.</summary>
    public DbSet<OrganizationLock> OrganizationLocks => Set<OrganizationLock>();

    /// <summary>Counts for limits.</summary>
    public DbSet<UsageCounter> UsageCounters => Set<UsageCounter>();

    /// <summary>Sign-ins.</summary>
    public DbSet<SessionEntry> Sessions => Set<SessionEntry>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditEntry>(entity =>
        {
            entity.HasKey(e => e.Id);
            entity.HasIndex(e => new { e.OrganizationId, e.Id });
            entity.Property(e => e.Action).HasMaxLength(64);
            entity.Property(e => e.OrganizationId).HasMaxLength(64);
            entity.Property(e => e.ActorId).HasMaxLength(64);
            entity.Property(e => e.TargetId).HasMaxLength(64);
        });
        modelBuilder.Entity<InvitationToken>(entity =>
        {
            entity.HasKey(t => t.Hash);
            entity.HasIndex(t => t.InvitationId);
            entity.HasIndex(t => new { t.OrganizationId, t.EndedBecause });
            entity.Property(t => t.EndedBecause).HasMaxLength(32);
            entity.Property(t => t.CreatedById).HasMaxLength(64);
            entity.Property(t => t.Hash).HasMaxLength(64);
            entity.Property(t => t.InvitationId).HasMaxLength(64);
            entity.Property(t => t.OrganizationId).HasMaxLength(64);
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
        modelBuilder.Entity<SessionEntry>(entity =>
        {
            entity.HasKey(s => s.Id);
            entity.HasIndex(s => s.UserId);
            entity.HasIndex(s => s.LogtoSessionId);
            entity.Property(s => s.Id).HasMaxLength(64);
            entity.Property(s => s.UserId).HasMaxLength(64);
            entity.Property(s => s.LogtoSessionId).HasMaxLength(128);
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

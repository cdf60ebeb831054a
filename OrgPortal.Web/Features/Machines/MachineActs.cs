using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Acts on machines, as they go on record: never with a secret's value.</summary>
internal static class MachineActs
{
    private const string Kind = "machine";

    /// <summary>An act on a machine, or on one that is about to be made.</summary>
    public static AuditAct Of(string action, OrganizationMachine machine, object? before = null, object? after = null) =>
        new(action, machine.Organization(), Kind, machine.ApplicationId, machine.Name, before, after);

    /// <summary>What a machine is like.</summary>
    public static object Describe(string name, string? description, IReadOnlyList<string> roles) => new { name, description = string.IsNullOrWhiteSpace(description) ? null : description, roles };

    /// <summary>What a secret is like.</summary>
    public static object DescribeSecret(string secret, DateTimeOffset? expiresAt) => new { secret, expiresAt };
}

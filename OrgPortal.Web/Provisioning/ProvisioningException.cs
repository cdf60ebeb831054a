using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Provisioning;

/// <summary>A change could not be made. Those before it were.</summary>
internal sealed class ProvisioningException(PlannedChange change, LogtoException innerException)
    : Exception($"{change.Kind} {change.Name}: {innerException.Message}", innerException)
{
    /// <summary>The one that failed.</summary>
    public PlannedChange Change { get; } = change;
}

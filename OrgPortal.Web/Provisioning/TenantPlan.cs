namespace OrgPortal.Web.Provisioning;

/// <summary>How a tenant becomes what the file says.</summary>
/// <param name="Changes">In the order of doing.</param>
/// <param name="Unchanged">How many objects are as they shall be.</param>
internal sealed record TenantPlan(IReadOnlyList<PlannedChange> Changes, int Unchanged)
{
    /// <summary>Whether the tenant is as the file says; what stays because nobody asked to prune does not count.</summary>
    public bool IsDone => !Changes.Any(change => change.Happens || change.Action == PlannedAction.Blocked);
}

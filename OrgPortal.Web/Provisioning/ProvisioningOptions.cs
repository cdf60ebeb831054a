namespace OrgPortal.Web.Provisioning;

/// <summary>How a tenant is looked at.</summary>
/// <param name="Prune">Whether what was made from the file and is no longer in it is deleted, and what is too much in a list is taken away.</param>
/// <param name="OwnClientId">The application that this program runs with: never touched.</param>
/// <param name="ManagementApi">The Management API's indicator: never touched.</param>
/// <param name="Settings">The portal's settings, by key.</param>
internal sealed record ProvisioningOptions(bool Prune, string OwnClientId, string ManagementApi, Func<string, string?> Settings);

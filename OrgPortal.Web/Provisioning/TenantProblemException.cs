namespace OrgPortal.Web.Provisioning;

/// <summary>The tenant is in a state that nobody but a person can decide about; the message is the sentence to show.</summary>
internal sealed class TenantProblemException(string message) : Exception(message);

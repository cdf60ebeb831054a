namespace OrgPortal.Web.Hosting;

/// <summary>The portal cannot start for a reason that whoever starts it can remedy; the message is the sentence to show.</summary>
internal sealed class StartException(string message) : Exception(message);

namespace OrgPortal.Web.Logto;

/// <summary>Logto did not do what it was asked. Caught in one place only: <c>Features/LogtoFailures</c>.</summary>
public abstract class LogtoException(string message, Exception? innerException = null) : Exception(message, innerException);

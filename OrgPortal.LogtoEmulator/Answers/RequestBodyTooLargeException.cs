namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>A body over the limit; Logto answers it as if there were no such route.</summary>
internal sealed class RequestBodyTooLargeException : Exception;

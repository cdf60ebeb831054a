namespace OrgPortal.Web.Features.Members;

/// <summary>An export, ready to be written. It is on record as begun; writing all of it completes that.</summary>
/// <param name="FileName">What to call the file.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="WriteAsync">Writes it, a page of Logto at a time.</param>
public sealed record MemberExport(string FileName, string ContentType, Func<Stream, Task> WriteAsync);

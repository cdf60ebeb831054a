using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>An import with one page of its rows.</summary>
/// <param name="Summary">How far it is.</param>
/// <param name="Rows">The rows.</param>
public sealed record ImportProgress(ImportSummary Summary, Page<ImportOutcome> Rows);

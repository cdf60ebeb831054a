namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Invitations to send, one after another.</summary>
/// <param name="FileName">The file they came from.</param>
/// <param name="Entries">1 to <see cref="ImportFile.MostLines"/>, each for another address.</param>
public sealed record StartImportForm(string FileName, IReadOnlyList<ImportEntry> Entries);

namespace OrgPortal.Web.Hosting;

/// <summary>An address that must be free for the portal to start.</summary>
/// <param name="Url">The address.</param>
/// <param name="Whose">Who wants to listen there, as a sentence begins.</param>
/// <param name="Key">The setting that moves it.</param>
/// <param name="Example">How to set it on the command line.</param>
internal sealed record RequiredPort(Uri Url, string Whose, string Key, string Example);

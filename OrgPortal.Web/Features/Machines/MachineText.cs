namespace OrgPortal.Web.Features.Machines;

/// <summary>The words of machines, in <c>MachineText.resx</c> and its translations.</summary>
public sealed class MachineText;

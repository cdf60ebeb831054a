namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What became of one address.</summary>
/// <param name="Number">The position, from 1.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Address">The address.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why not: a failure's code.</param>
public sealed record ImportOutcome(int Number, int Line, string Address, ImportRowState State, string? Reason);

namespace OrgPortal.Web.Features.Machines;

/// <summary>The machines of an organization.</summary>
/// <param name="Machines">Its own, by name.</param>
/// <param name="Provided">Those that somebody else has put into it, at most a hundred: to be seen, and no more.</param>
/// <param name="MoreProvided">How many of them are not among these.</param>
/// <param name="Limit">How many of its own it may have.</param>
/// <param name="CanMake">Whether the tenant has roles for machines at all.</param>
public sealed record MachineList(IReadOnlyList<MachineRow> Machines, IReadOnlyList<MachineRow> Provided, int MoreProvided, int Limit, bool CanMake)
{
    /// <summary>Whether there is room for another.</summary>
    public bool IsFull => Machines.Count >= Limit;
}

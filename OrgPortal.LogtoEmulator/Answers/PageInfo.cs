namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Which page was answered, out of how many items.</summary>
internal sealed record PageInfo(int Number, int Size, int Total)
{
    /// <summary>The number of the last page; 1 for an empty list.</summary>
    public int Last => Math.Max(1, (Total + Size - 1) / Size);
}

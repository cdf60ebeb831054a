namespace OrgPortal.Web.Features.Members;

/// <summary>When a membership ends by itself.</summary>
/// <param name="At">The moment: the beginning of the day after the last.</param>
/// <param name="SetBy">What whoever set it is called.</param>
public sealed record MembershipEnd(DateTimeOffset At, string SetBy)
{
    /// <summary>A moment of the last day, for showing that day.</summary>
    internal DateTimeOffset LastMoment => At.AddSeconds(-1);
}

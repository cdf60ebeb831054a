namespace OrgPortal.Web.Features.Requests;

/// <summary>What the signed-in person can ask for, and has.</summary>
/// <param name="Offer">The organization they may ask now; <see langword="null"/> when there is none.</param>
/// <param name="Requests">Their open requests, and those that ended a short while ago without them; newest first.</param>
public sealed record MyJoining(JoinOffer? Offer, IReadOnlyList<MyRequest> Requests)
{
    /// <summary>Nothing.</summary>
    public static MyJoining None { get; } = new(null, []);

    /// <summary>Whether there is anything to show.</summary>
    public bool IsEmpty => Offer is null && Requests.Count == 0;
}

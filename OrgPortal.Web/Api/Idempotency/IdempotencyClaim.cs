namespace OrgPortal.Web.Api.Idempotency;

/// <summary>What came of claiming a key.</summary>
/// <param name="Kind">Which of the five.</param>
/// <param name="Answer">What was answered, when that is known.</param>
internal sealed record IdempotencyClaim(IdempotencyClaim.Kinds Kind, StoredAnswer? Answer = null)
{
    /// <summary>What can come of it.</summary>
    internal enum Kinds
    {
        /// <summary>The request is ours to do.</summary>
        Ours,

        /// <summary>It was done.</summary>
        Answered,

        /// <summary>Somebody is doing it.</summary>
        InFlight,

        /// <summary>The key belongs to another request.</summary>
        Reused,

        /// <summary>The person keeps too many keys.</summary>
        TooMany,
    }
}

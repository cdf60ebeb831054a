namespace OrgPortal.Web.Store;

/// <summary>One message for one address: what is to be sent until it has arrived, and then how that went.</summary>
public sealed class WebhookDelivery
{
    /// <summary>The most characters of an answer that are kept.</summary>
    public const int LongestResponse = 1024;

    /// <summary>Its place, the newest last.</summary>
    public long Id { get; init; }

    /// <summary>Where to.</summary>
    public required Guid EndpointId { get; init; }

    /// <summary>Names the message, through all attempts.</summary>
    public required string MessageId { get; init; }

    /// <summary>What happened.</summary>
    public required string EventType { get; init; }

    /// <summary>The message, as it is sent: JSON.</summary>
    public required string Body { get; init; }

    /// <summary>Whether somebody asked for it to see whether messages arrive.</summary>
    public bool IsTest { get; init; }

    /// <summary>Since when it is to be sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>waiting</c>, <c>delivered</c>, <c>failed</c>.</summary>
    public required string State { get; set; }

    /// <summary>When it is sent next; while it is being sent, when a node that was killed is given up. <see langword="null"/> when it is not sent any more.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Whose turn it is: the outcome of another turn counts for nothing.</summary>
    public Guid? Turn { get; set; }

    /// <summary>How often it was sent, or begun to be.</summary>
    public int Attempts { get; set; }

    /// <summary>How often since it was last asked for, which is what retries go by.</summary>
    public int Tries { get; set; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? LastAttemptAt { get; set; }

    /// <summary>The HTTP status of then.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why it did not arrive, in snake_case; <see langword="null"/> when the status says all.</summary>
    public string? LastTrouble { get; set; }

    /// <summary>How long that took.</summary>
    public int? LastMilliseconds { get; set; }

    /// <summary>How the answer began.</summary>
    public string? LastResponse { get; set; }

    /// <summary>The last attempts: a JSON array, the oldest first.</summary>
    public string History { get; set; } = "[]";
}

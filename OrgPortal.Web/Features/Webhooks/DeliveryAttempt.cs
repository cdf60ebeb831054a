using System.Text.Json;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>One attempt to deliver something.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Trouble">Why there was none, from <see cref="DeliveryTroubles"/>.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, int? Status, string? Trouble, int Milliseconds)
{
    private const int MostKept = 20;

    /// <summary>Reads what is kept, the oldest first.</summary>
    internal static IReadOnlyList<DeliveryAttempt> Read(string history) => JsonSerializer.Deserialize<IReadOnlyList<DeliveryAttempt>>(history, JsonSerializerOptions.Web) ?? [];

    /// <summary>What is kept with one more; the oldest go.</summary>
    internal static string Append(string history, DeliveryAttempt attempt) => JsonSerializer.Serialize(Read(history).Append(attempt).TakeLast(MostKept), JsonSerializerOptions.Web);
}

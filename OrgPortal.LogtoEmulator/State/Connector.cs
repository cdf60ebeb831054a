using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A connector for e-mail, text messages or social sign-in. The mailbox is one for e-mail.</summary>
internal sealed record Connector
{
    /// <summary>The factory of the connector that delivers into the emulator's mailbox.</summary>
    public const string MailboxFactory = "emulator-mailbox";

    /// <summary>The factory of connectors that mail over SMTP; here they deliver into the mailbox too.</summary>
    public const string SmtpFactory = "simple-mail-transfer-protocol";

    public required string Id { get; init; }

    /// <summary>The factory.</summary>
    public required string ConnectorId { get; init; }

    /// <summary><c>Email</c>, <c>Sms</c> or <c>Social</c>.</summary>
    public required string Type { get; init; }

    public JsonElement Config { get; init; } = StateJson.EmptyObject;

    public bool SyncProfile { get; init; }

    public bool EnableTokenStorage { get; init; }

    public JsonElement Metadata { get; init; } = StateJson.EmptyObject;
}

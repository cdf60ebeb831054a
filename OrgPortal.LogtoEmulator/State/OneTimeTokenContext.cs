using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>What a one-time token brings along; everything else a caller sends is dropped.</summary>
internal sealed record OneTimeTokenContext
{
    /// <summary>Organizations the person is put into at sign-in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? JitOrganizationIds { get; init; }

    /// <summary><c>SignIn</c>, <c>Register</c> or <c>ForgotPassword</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InteractionEvent { get; init; }
}

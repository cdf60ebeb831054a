using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Webhooks;

/// <summary>What every webhook has: enough to know whether the rest must be read.</summary>
internal sealed record WebhookHead(string? Event);

/// <summary>Around <c>Organization.Created</c>, <c>.Data.Updated</c> and <c>.Deleted</c>. A deletion has no data.</summary>
internal sealed record OrganizationBody(OrganizationEntity? Data, OrganizationParams? Params);

internal sealed record OrganizationEntity(OrganizationId? Id);

internal sealed record OrganizationParams(OrganizationId? Id);

/// <summary><c>Organization.Membership.Updated</c>. Lists are left out when they are empty.</summary>
internal sealed record MembershipBody(OrganizationId? OrganizationId, IReadOnlyList<UserId>? AddedUserIds, IReadOnlyList<UserId>? RemovedUserIds);

/// <summary>Around <c>User.SuspensionStatus.Updated</c> and <c>User.Deleted</c>.</summary>
internal sealed record PersonBody(PersonEntity? Data, PersonParams? Params);

internal sealed record PersonEntity(UserId? Id, bool? IsSuspended);

internal sealed record PersonParams(UserId? UserId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 32)]
[JsonSerializable(typeof(WebhookHead))]
[JsonSerializable(typeof(OrganizationBody))]
[JsonSerializable(typeof(MembershipBody))]
[JsonSerializable(typeof(PersonBody))]
internal sealed partial class WebhookJson : JsonSerializerContext;

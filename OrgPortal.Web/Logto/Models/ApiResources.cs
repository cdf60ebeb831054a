namespace OrgPortal.Web.Logto.Models;

/// <summary>An API that tokens are issued for, one item of <c>GET /api/resources?includeScopes=true</c>.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">What people read.</param>
/// <param name="Indicator">The <c>resource</c> that is asked for and the audience of its tokens; unique, and never changed.</param>
/// <param name="AccessTokenTtl">How long a token lives, in seconds.</param>
/// <param name="Scopes">Its permissions.</param>
public sealed record ApiResource(string Id, string Name, string Indicator, int AccessTokenTtl, IReadOnlyList<ApiScope> Scopes);

/// <summary>A permission of an API resource.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Unique in its resource, without spaces.</param>
/// <param name="Description">What it lets one do.</param>
public sealed record ApiScope(string Id, string Name, string? Description = null);

/// <summary>A permission of the organization template, one item of <c>GET /api/organization-scopes</c>.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Unique in the tenant.</param>
/// <param name="Description">What it lets one do.</param>
public sealed record OrganizationScope(string Id, string Name, string? Description = null);

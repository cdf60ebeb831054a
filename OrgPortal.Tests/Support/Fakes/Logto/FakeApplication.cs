using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>A client of the tenant.</summary>
public sealed class FakeApplication(string id, string name, string? description, string type)
{
    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public string? Description { get; set; } = description;

    public string Type { get; } = type;

    public JsonObject? CustomData { get; init; }

    public List<ApplicationSecret> Secrets { get; } = [];

    /// <summary>Roles of the tenant, not of an organization.</summary>
    public List<Role> TenantRoles { get; } = [];
}

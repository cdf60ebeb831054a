using System.ComponentModel;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>A domain to claim.</summary>
internal sealed record AddDomainRequest(
    [property: Description("As people write it: acme.example, @acme.example.")] string? Domain);

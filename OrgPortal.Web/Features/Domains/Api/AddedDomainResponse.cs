using System.ComponentModel;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>A domain that was claimed. Which record proves it stands in the list.</summary>
internal sealed record AddedDomainResponse(
    [property: Description("The form in DNS: identifies it in the organization.")] string Name);

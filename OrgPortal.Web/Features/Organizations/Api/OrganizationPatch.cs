using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>What is to change about an organization. What is left out stays as it is.</summary>
internal sealed class OrganizationPatch
{
    /// <summary>What it is to be called: 1 to 128 characters after trimming; no control characters, no marks of direction.</summary>
    [StringLength(OrganizationNames.LongestName, MinimumLength = 1)]
    public string? Name
    {
        get;
        set => (field, HasName) = (value, true);
    }

    /// <summary>What it is to say about itself: at most 256 characters; null takes it away.</summary>
    [StringLength(OrganizationNames.LongestDescription)]
    public string? Description
    {
        get;
        set => (field, HasDescription) = (value, true);
    }

    /// <summary>Whether a name was sent.</summary>
    [JsonIgnore]
    public bool HasName { get; private set; }

    /// <summary>Whether a description was sent, also none.</summary>
    [JsonIgnore]
    public bool HasDescription { get; private set; }

    /// <summary>The profile as it is to be.</summary>
    public OrganizationProfileForm Onto(OrganizationProfileForm before) =>
        new(HasName ? Name ?? string.Empty : before.Name, HasDescription ? Description : before.Description);
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>What is to change about an organization. What is left out stays as it is.</summary>
internal sealed class OrganizationPatch
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

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

    /// <summary>The address of its logo, with https; null takes it away.</summary>
    [StringLength(OrganizationBrand.LongestUrl)]
    public string? LogoUrl
    {
        get;
        set => field = Sent(nameof(LogoUrl), value);
    }

    /// <summary>The address of its logo on dark ground, with https; null takes it away.</summary>
    [StringLength(OrganizationBrand.LongestUrl)]
    public string? DarkLogoUrl
    {
        get;
        set => field = Sent(nameof(DarkLogoUrl), value);
    }

    /// <summary>The address of the icon of its sign-in page, with https; null takes it away.</summary>
    [StringLength(OrganizationBrand.LongestUrl)]
    public string? Favicon
    {
        get;
        set => field = Sent(nameof(Favicon), value);
    }

    /// <summary>The colour of its sign-in page, #rrggbb; null takes it away.</summary>
    public string? PrimaryColor
    {
        get;
        set => field = Sent(nameof(PrimaryColor), value);
    }

    /// <summary>The colour of its dark sign-in page, #rrggbb; null takes it away, and the dark page with it.</summary>
    public string? DarkPrimaryColor
    {
        get;
        set => field = Sent(nameof(DarkPrimaryColor), value);
    }

    /// <summary>The custom fields to change, by key; null takes a value away.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? CustomFields { get; set; }

    /// <summary>Whether a name was sent.</summary>
    [JsonIgnore]
    public bool HasName { get; private set; }

    /// <summary>Whether a description was sent, also none.</summary>
    [JsonIgnore]
    public bool HasDescription { get; private set; }

    /// <summary>The profile as it is to be.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="fields">The custom fields, read.</param>
    public OrganizationProfileForm Onto(OrganizationProfileForm before, IReadOnlyDictionary<string, string?>? fields) =>
        new(HasName ? Name ?? string.Empty : before.Name, HasDescription ? Description : before.Description, _sent.Count == 0 ? null : Onto(before.Brand ?? new OrganizationBrand()), fields);

    private OrganizationBrand Onto(OrganizationBrand before) => new(
        Given(nameof(LogoUrl), LogoUrl, before.LogoUrl),
        Given(nameof(DarkLogoUrl), DarkLogoUrl, before.DarkLogoUrl),
        Given(nameof(Favicon), Favicon, before.Favicon),
        Given(nameof(PrimaryColor), PrimaryColor, before.PrimaryColor),
        Given(nameof(DarkPrimaryColor), DarkPrimaryColor, before.DarkPrimaryColor));

    private string? Sent(string member, string? value)
    {
        _sent.Add(member);
        return value;
    }

    private string? Given(string member, string? value, string? before) => _sent.Contains(member) ? value : before;
}

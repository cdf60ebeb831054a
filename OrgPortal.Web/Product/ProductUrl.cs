using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Product;

/// <summary>
/// An address of the product. Can only hold one that the operator has set, or one that lies where the operator allows: whatever else it is made from is none.
/// </summary>
internal sealed record ProductUrl
{
    /// <summary>The parameter that tells the product what has happened: the name of a <see cref="VisitEvent"/>, in small letters.</summary>
    public const string EventParameter = "orgportal_event";

    /// <summary>The parameter that tells the product in which organization.</summary>
    public const string OrganizationParameter = "organization_id";

    private ProductUrl(string value) => Value = value;

    /// <summary>The absolute address; printable ASCII only.</summary>
    public string Value { get; }

    /// <summary>Its host.</summary>
    public string Host => new Uri(Value).Host;

    /// <summary>The address if it lies in one of the places, else none.</summary>
    public static ProductUrl? From(string? text, IEnumerable<AllowedPlace> places) =>
        AllowedPlace.TryRead(text, out var address) && places.Select(place => place.Take(address)).FirstOrDefault(taken => taken is not null) is { } allowed
            ? new ProductUrl(allowed)
            : null;

    /// <summary>The address that a setting makes for an organization; none for a setting that makes no address.</summary>
    [return: NotNullIfNotNull(nameof(setting))]
    public static ProductUrl? Of(string? setting, OrganizationId organization) => setting is null ? null : new ProductUrl(Read(setting.Replace(ProductOptions.Placeholder, organization.Value, StringComparison.Ordinal)).AbsoluteUri);

    /// <summary>The address that a setting makes where no organization is meant: itself, or the root of its host when it has a place for an organization.</summary>
    [return: NotNullIfNotNull(nameof(setting))]
    public static ProductUrl? Of(string? setting)
    {
        if (setting is null)
        {
            return null;
        }

        var root = setting.Contains(ProductOptions.Placeholder, StringComparison.Ordinal);
        return new ProductUrl(root ? Read(setting.Replace(ProductOptions.Placeholder, "0", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority) + "/" : Read(setting).AbsoluteUri);
    }

    /// <summary>The same place, told what has happened. What it said about that itself is left out.</summary>
    public ProductUrl Telling(VisitEvent happened, OrganizationId? organization)
    {
        var address = new Uri(Value);
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsOurs(part));
        var told = address.GetLeftPart(UriPartial.Path) + (string.Join('&', kept) is { Length: > 0 } query ? "?" + query : string.Empty);
        told = QueryHelpers.AddQueryString(told, EventParameter, happened.ToString().ToLowerInvariant());
        told = organization is { } where ? QueryHelpers.AddQueryString(told, OrganizationParameter, where.Value) : told;
        return new ProductUrl(told + address.Fragment);
    }

    // The settings were checked at the start.
    private static Uri Read(string setting) => AllowedPlace.TryRead(setting, out var address) ? address : throw new InvalidOperationException("A setting of the product's address makes none.");

    private static bool IsOurs(string part) =>
        Uri.UnescapeDataString(part.Split('=')[0]) is var name && (name.Equals(EventParameter, StringComparison.OrdinalIgnoreCase) || name.Equals(OrganizationParameter, StringComparison.OrdinalIgnoreCase));
}

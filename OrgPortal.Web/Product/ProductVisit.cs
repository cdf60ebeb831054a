using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Product;

/// <summary>A visit to the portal, of somebody who comes from the product: the way back. Lives as long as a page without a circuit, or the circuit.</summary>
internal sealed class ProductVisit(ProductAddresses addresses)
{
    /// <summary>The page that says what has ended the visit.</summary>
    public const string FinishedPath = "/finished";

    private ProductUrl? _returnTo;

    /// <summary>What has ended the visit.</summary>
    public FinishedVisit? Finished { get; private set; }

    /// <summary>What the product is called; empty when there is none.</summary>
    public string Name => addresses.Name ?? (_returnTo ?? addresses.Home)?.Host ?? string.Empty;

    /// <summary>Takes up what the person came with.</summary>
    /// <param name="returnTo">Where they want to go back to. Comes from anybody: what is not allowed is left out.</param>
    public void Begin(string? returnTo) => _returnTo = addresses.Allow(returnTo);

    /// <summary>The way back while nothing has happened; <see langword="null"/> where there is no product.</summary>
    /// <param name="organization">The organization whose page it is.</param>
    public string? Back(OrganizationId? organization) => (_returnTo ?? (organization is { } open ? addresses.Of(open) : addresses.Home))?.Value;

    /// <summary>The way on after something has happened, which tells the product; <see langword="null"/> where there is no product.</summary>
    public string? After(VisitEvent happened, OrganizationId organization)
    {
        var place = happened is VisitEvent.Created or VisitEvent.Joined ? addresses.Of(organization) : addresses.OutsideOf(organization);
        return (_returnTo ?? place)?.Telling(happened, organization).Value;
    }

    /// <summary>Where there is a product, the page that says what has happened, with the way on; <see langword="null"/> where there is none.</summary>
    public string? Finish(FinishedVisit visit)
    {
        if (Back(null) is null)
        {
            return null;
        }

        Finished = visit;
        return FinishedPath;
    }
}

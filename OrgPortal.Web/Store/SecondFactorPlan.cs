namespace OrgPortal.Web.Store;

/// <summary>The day from which an organization will require a second factor. One for an organization; none once the portal has switched it on.</summary>
public sealed class SecondFactorPlan
{
    /// <summary>Which organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>From when on.</summary>
    public required DateTimeOffset TakesEffectAt { get; set; }

    /// <summary>Who set the day. The portal acts for that person then, as far as they may do it by then.</summary>
    public required string SetById { get; set; }

    /// <summary>What that person was called.</summary>
    public required string SetByName { get; set; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset SetAt { get; set; }

    /// <summary>When the portal looks at it next.</summary>
    public required DateTimeOffset DueAt { get; set; }
}

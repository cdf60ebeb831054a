namespace OrgPortal.Web.Features.Requests;

/// <summary>How people ask to join. Section <c>Portal:Requests</c>.</summary>
public sealed class RequestOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Requests";

    /// <summary>After how many days a request that nobody answers ends.</summary>
    public int ExpiresInDays { get; set; } = 30;

    /// <summary>How often one person may ask in 24 hours; 0 for no limit.</summary>
    public int PerPersonAndDay { get; set; } = 3;

    /// <summary>After how many days somebody who was declined may ask again.</summary>
    public int AgainAfterDays { get; set; } = 7;
}

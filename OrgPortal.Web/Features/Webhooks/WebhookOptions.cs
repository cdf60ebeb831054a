namespace OrgPortal.Web.Features.Webhooks;

/// <summary>How many webhooks organizations may have, where they may lead, and for how long is remembered what they were told. Section <c>Portal:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Webhooks";

    /// <summary>The most test messages of one webhook in a minute.</summary>
    public const int MostTestsAMinute = 10;

    /// <summary>For how long a secret is honoured that was exchanged, unless somebody chooses otherwise.</summary>
    public const int UsualOldSecretHours = 24;

    /// <summary>The longest.</summary>
    public const int LongestOldSecretHours = 168;

    /// <summary>How many an organization may have, switched off or not; 0 for none: then nothing is told either.</summary>
    public int PerOrganization { get; set; } = 10;

    /// <summary>Ports beside 443.</summary>
    public IList<int> Ports { get; } = [];

    /// <summary>For how many days a log goes back, 4 to 365: what was told waits for three of them.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>After how many days without one success a webhook is switched off, 1 to 30.</summary>
    public int OffAfterDays { get; set; } = 5;
}

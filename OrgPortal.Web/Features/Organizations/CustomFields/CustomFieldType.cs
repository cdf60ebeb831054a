namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>What a custom field holds.</summary>
public enum CustomFieldType
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    Multiline,

    /// <summary>A number, kept as one.</summary>
    Number,

    /// <summary>Yes or no, kept as such.</summary>
    Boolean,

    /// <summary>One of several words.</summary>
    Select,

    /// <summary>An address on the web.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A day, kept as <c>2026-11-26</c>.</summary>
    Date,
}

namespace OrgPortal.Web.Logto.Models;

/// <summary>The text of one kind of mail in one language, one item of <c>GET /api/email-templates</c>. It comes before the connector's own.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="LanguageTag">As <c>en</c> or <c>zh-CN</c>.</param>
/// <param name="TemplateType">As <see cref="EmailTemplateTypes.OrganizationInvitation"/>.</param>
/// <param name="Details">The text.</param>
public sealed record EmailTemplate(string Id, string LanguageTag, string TemplateType, EmailTemplateDetails Details);

/// <summary>The text of a mail. What stands in <c>{{braces}}</c> is put in when it is sent.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Content">Its body.</param>
/// <param name="ContentType"><c>text/html</c> or <c>text/plain</c>; absent for HTML.</param>
/// <param name="ReplyTo">Where answers go.</param>
/// <param name="SendFrom">Whom it is from.</param>
public sealed record EmailTemplateDetails(string Subject, string Content, string? ContentType = null, string? ReplyTo = null, string? SendFrom = null);

/// <summary>The kinds of mail that the portal knows of.</summary>
public static class EmailTemplateTypes
{
    /// <summary>The mail of an invitation.</summary>
    public const string OrganizationInvitation = "OrganizationInvitation";

    /// <summary>What is sent where a kind has no text of its own.</summary>
    public const string Generic = "Generic";
}

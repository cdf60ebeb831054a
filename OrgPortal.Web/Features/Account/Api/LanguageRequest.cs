using System.ComponentModel;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>The language that Logto is to speak with the person, in its mails and on its pages.</summary>
internal sealed record LanguageRequest(
    [property: Description("en or zh-Hans.")] string? Language);

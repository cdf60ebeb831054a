namespace OrgPortal.Web.Localization;

/// <summary>The words of MudBlazor's own controls; in English it brings them itself, so there is only <c>MudBlazorText.zh-Hans.resx</c>.</summary>
public sealed class MudBlazorText;

using Microsoft.Extensions.Localization;
using MudBlazor;

namespace OrgPortal.Web.Localization;

/// <summary>MudBlazor's words in the current language; what is not found falls back to its own English.</summary>
internal sealed class PortalMudLocalizer(IStringLocalizer<MudBlazorText> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];
}

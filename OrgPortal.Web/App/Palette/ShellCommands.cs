using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;

namespace OrgPortal.Web.App.Palette;

/// <summary>What the shell itself can do: the person's own pages, language, theme, signing out. The forms for it stand on every page.</summary>
internal sealed class ShellCommands(IStringLocalizer<AppText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access)
    {
        yield return new PaletteCommand("act:create", PaletteGroup.Actions, texts["CreateOrganization"], IconName.Plus) { Href = ShellPaths.CreateOrganization, Order = 500 };
        yield return new PaletteCommand("act:theme", PaletteGroup.Actions, texts["ThemeSwitch"], IconName.Moon) { Presses = "[data-theme-form] button", Order = 800 };
        foreach (var culture in PortalCultures.All.Where(culture => culture.Name != CultureInfo.CurrentUICulture.Name))
        {
            yield return new PaletteCommand($"act:language:{culture.Name}", PaletteGroup.Actions, texts["LanguageChange"], IconName.Globe)
            {
                Presses = $"button[name=culture][value=\"{culture.Name}\"]",
                Detail = PortalCultures.NameOf(culture),
                Also = [culture.EnglishName],
                Order = 810,
            };
        }

        yield return new PaletteCommand("page:home", PaletteGroup.Pages, texts["YourOrganizations"], IconName.Building) { Href = ShellPaths.Home, Order = 950 };
        yield return new PaletteCommand("page:account", PaletteGroup.Account, texts["MyAccount"], IconName.Person) { Href = ShellPaths.Account, Order = 10 };
        yield return new PaletteCommand("act:shortcuts", PaletteGroup.Account, texts["Shortcuts"], IconName.Keyboard) { Presses = "[data-shortcuts]", Keys = "?", Order = 20 };
        yield return new PaletteCommand("act:sign-out", PaletteGroup.Account, texts["SignOut"], IconName.SignOut) { Presses = $"form[action=\"{ShellPaths.SignOut}\"] button", Order = 90 };
    }
}

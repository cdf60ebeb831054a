using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Notices;

/// <summary>The page of notices in the command palette.</summary>
internal sealed class NoticeCommands(IStringLocalizer<NoticesText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) =>
        [new PaletteCommand($"page:{NoticePaths.Notices}", PaletteGroup.Account, texts["Notices"], IconName.Bell) { Href = NoticePaths.Notices, Order = 15 }];
}

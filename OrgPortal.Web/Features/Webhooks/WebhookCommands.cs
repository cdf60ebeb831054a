using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Making a webhook from the command palette.</summary>
internal sealed class WebhookCommands(IStringLocalizer<WebhookText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => access is null
        ? []
        : [new PaletteCommand("act:webhook", PaletteGroup.Actions, texts["ActCreate"], IconName.Webhook) { Href = WebhookPaths.New(access.Id), Permission = OrganizationPermissions.ManageOrganization, Order = 220 }];
}

using Microsoft.Extensions.Localization;
using OrgPortal.Web.App;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>The entry that only operators have: it leads to their console.</summary>
internal sealed class OperatorMenu(IDoctorService doctor, IStringLocalizer<DoctorText> texts) : IPersonMenuSource
{
    public async Task<IReadOnlyList<NavigationItem>> ItemsAsync(CancellationToken cancellationToken) =>
        (await doctor.MayLookAsync(cancellationToken)).IsFailure ? [] : [new NavigationItem(texts["nav"], IconName.Shield, ShellPaths.Operators, 100)];
}

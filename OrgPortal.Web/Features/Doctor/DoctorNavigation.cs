using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>Leads to the doctor from the operators' console.</summary>
internal sealed class DoctorNavigation(IStringLocalizer<DoctorText> texts) : IOperatorNavigationSource
{
    public IEnumerable<NavigationItem> Items => [new NavigationItem(texts["page.title"], IconName.Shield, DoctorPage.Path, 400)];
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.App;
using OrgPortal.Web.Components;
using OrgPortal.Web.Product;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Leaving an organization, from wherever it is offered.</summary>
internal sealed class Departure(IMemberService members, MemberQuestions questions, IFeedback feedback, ProductVisit visit, NavigationManager navigation, IStringLocalizer<MembersText> texts)
{
    /// <summary>Asks, leaves, and leads on: to the page that leads back to the product, or to the person's other organizations.</summary>
    /// <param name="organization">Which, with what the person gives up.</param>
    /// <param name="stay">Leads nowhere: the page it is offered on is no page of the organization.</param>
    /// <returns>Why it was refused; <see langword="null"/> also when the person thought better of it.</returns>
    public async Task<Failure?> AskAsync(OrganizationAccess organization, bool stay = false)
    {
        if (!await questions.AgreeToLeavingAsync(organization.Name, organization.RoleNames, organization.Permissions))
        {
            return null;
        }

        var left = await members.LeaveAsync(organization.Id);
        if (left.IsFailure)
        {
            return left.Failure;
        }

        var finished = stay ? null : visit.Finish(new FinishedVisit(VisitEvent.Left, organization.Id, organization.Name));
        if (finished is null)
        {
            feedback.Succeeded(texts["Left", organization.Name]);
        }

        if (!stay)
        {
            navigation.NavigateTo(finished ?? ShellPaths.Home);
        }

        return null;
    }
}

using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>My organizations and the invitations for my address. Whoever has exactly one of the former and none of the latter goes straight in.</summary>
public sealed partial class HomePage
{
    private Failure? _failure;
    private string? _address;

    /// <summary>Shows the list also to somebody who would go straight in.</summary>
    [SupplyParameterFromQuery(Name = "stay")]
    public string? Stay { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public IReadOnlyList<MyOrganization>? Mine { get; set; }

    /// <inheritdoc cref="Mine" />
    [PersistentState]
    public MyInvitations? Invited { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _address = (await CurrentUser.GetAsync())?.EmailAddress;
        if (Mine is null)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var reading = Invitations.ListMineAsync();
        var mine = await Organizations.ListMineAsync();
        var invited = await reading;
        _failure = mine.Failure;
        if (mine.IsFailure)
        {
            return;
        }

        // Without the invitations the page is still worth showing.
        Invited = invited.IsFailure ? MyInvitations.None : invited.Value;
        Mine = mine.Value;
        if (Mine is [var only] && Invited.Items.Count == 0 && Stay is null)
        {
            Navigation.NavigateTo(PathOf(only.Id), replace: true);
        }
    }

    private async Task AcceptAsync(MyInvitation invitation)
    {
        var accepted = await Invitations.AcceptMineAsync(invitation.Id);
        if (accepted.IsFailure)
        {
            Feedback.Failed(accepted.Failure);
            await ReadAsync();
            return;
        }

        Feedback.Succeeded(L["Joined", invitation.OrganizationName]);
        Navigation.NavigateTo(PathOf(accepted.Value));
    }

    private async Task DeclineAsync(MyInvitation invitation)
    {
        var question = new Confirmation(L["DeclineTitle", invitation.OrganizationName], L["Decline"])
        {
            Consequences = [L["DeclineConsequence", invitation.OrganizationName]],
        };
        if (!await Feedback.ConfirmAsync(question))
        {
            return;
        }

        var declined = await Invitations.DeclineMineAsync(invitation.Id);
        if (declined.IsFailure)
        {
            Feedback.Failed(declined.Failure);
        }
        else
        {
            Feedback.Succeeded(L["Declined", invitation.OrganizationName]);
        }

        await ReadAsync();
    }

    private string Describe(MyInvitation invitation)
    {
        string?[] parts =
        [
            invitation.InviterName is { } inviter ? L["InvitedBy", inviter].Value : null,
            invitation.Roles.Count > 0 ? L["InvitedAs", string.Join(", ", invitation.Roles.Select(role => role.Name))].Value : null,
            Invited is { CanAnswerHere: false } ? L["OpenLink"].Value : null,
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string PathOf(OrganizationId organization) => ShellPaths.Organization(organization.Value, "people/members");
}

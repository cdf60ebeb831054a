using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Product;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Where a link to join by leads: public, rendered without a circuit, answered by a form. Opening it changes nothing.</summary>
public partial class JoinLandingPage
{
    /// <summary>The form's name.</summary>
    internal const string FormName = "join";

    /// <summary>The field that says which button was pressed.</summary>
    internal const string AnswerField = "answer";

    /// <summary>Its value for joining.</summary>
    internal const string Accepting = "join";

    private JoinLanding? _landing;
    private Failure? _failure;

    /// <summary>The secret in the link. Comes from anybody.</summary>
    [Parameter]
    public string Token { get; set; } = string.Empty;

    /// <summary>The button that was pressed, when the form was posted.</summary>
    [SupplyParameterFromForm(FormName = FormName, Name = AnswerField)]
    public string? Answer { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // An answer reads for itself, and only what it needs.
        if (Answer is null)
        {
            await ReadAsync();
        }
    }

    private async Task AnswerAsync()
    {
        if (Answer != Accepting)
        {
            await ReadAsync();
            return;
        }

        var joined = await Joining.JoinAsync(Token);
        if (joined.IsFailure)
        {
            _failure = joined.Failure;
            await ReadAsync();
        }
        else
        {
            Navigation.NavigateTo(Visit.After(VisitEvent.Joined, joined.Value) ?? InvitationPaths.Organization(joined.Value));
        }
    }

    private async Task ReadAsync()
    {
        _landing = await Joining.FindAsync(Token);
        if (_landing is { State: JoinLandingState.Member, Organization: { } organization })
        {
            Navigation.NavigateTo(Visit.Back(organization) ?? InvitationPaths.Organization(organization));
        }
    }

    private string TitleOf(JoinOffer offer) => _landing!.State == JoinLandingState.UsedBefore
        ? L["UsedTitle", offer.OrganizationName]
        : offer.Roles.Count == 0 ? L["OfferTitle", offer.OrganizationName] : L["OfferTitleAs", offer.OrganizationName, string.Join(L["ListSeparator"], offer.Roles.Select(role => role.Name))];

    private string DomainsOf(JoinOffer offer) => offer.Domains.Count == 0 ? L["ForAnybody"] : L["ForDomains", string.Join(L["ListSeparator"], offer.Domains)];
}

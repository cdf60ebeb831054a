using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Organizations;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class CreateOrganizationPageTests : OrganizationPagesContext
{
    private const string Create = "IOrganizationsClient.CreateAsync";
    private const string GiveRole = "IOrganizationMembersClient.AddRolesAsync";
    private const string Invite = "IOrganizationInvitationsClient.CreateAsync";

    public CreateOrganizationPageTests() => House.SignIn(House.Dave);

    [Fact]
    public void Without_a_name_the_wizard_stays_and_says_what_is_missing_beside_the_field()
    {
        var wizard = Open();

        wizard.Find("form").Submit();

        Assert.Equal("Enter a name.", wizard.Find(".field-error").Words());
        Assert.Equal("true", wizard.Find("input.input").GetAttribute("aria-invalid"));
        Assert.Equal("[aria-invalid=true]", JSInterop.Invocations["orgPortal.focusWithin"][^1].Arguments[1]);
        Assert.Equal("Create an organization", wizard.Find("h1").Words());
    }

    [Fact]
    public void Too_long_a_name_stays_as_it_was_typed()
    {
        var wizard = Open();

        wizard.Find("input.input").Input(new string('n', 129));
        wizard.Find("form").Submit();

        Assert.Equal("Use at most 128 characters.", wizard.Find(".field-error").Words());
        Assert.Equal(129, wizard.Find("input.input").GetAttribute("value")!.Length);
    }

    [Fact]
    public void Nothing_exists_before_the_second_step_is_left_and_Back_keeps_what_was_typed()
    {
        var wizard = Open();
        ToPeople(wizard, "Initech", "Reports");
        Add(wizard, "erin@example.com");

        wizard.Button("Back").Click();

        Assert.Equal("Initech", wizard.Find("input.input").GetAttribute("value"));
        Assert.Equal("Reports", wizard.Find("textarea.textarea").GetAttribute("value"));
        Assert.Equal(2, Logto.Organizations.Count);

        wizard.Find("form").Submit();
        Assert.Equal("erin@example.com", wizard.Find(".chip-text").Words());
    }

    [Fact]
    public void Whoever_skips_has_an_organization_and_invites_nobody()
    {
        var wizard = Open();
        ToPeople(wizard);

        wizard.Button("Skip and create").Click();

        wizard.WaitForAssertion(() => Assert.Equal("Initech is ready", wizard.Find("h1").Words()));
        var organization = Assert.Single(House.Named("Initech"));
        Assert.Equal(["admin"], Logto.RoleNamesOf(organization, House.Dave));
        Assert.Empty(Logto.Invitations);
        Assert.Equal($"/organizations/{organization}", wizard.Find("a.button-primary").GetAttribute("href"));
    }

    [Fact]
    public void Invitations_follow_with_what_became_of_each()
    {
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com, bob@acme.example");

        Assert.Equal("Create Initech and send 2 invitations", Primary(wizard).Words());
        wizard.Find("form").Submit();

        wizard.WaitForAssertion(() => Assert.Equal(2, wizard.FindAll(".pill").Count));
        Assert.Equal(["Invitation sent", "Invitation sent"], wizard.FindAll(".pill").Select(pill => pill.Words()));
        Assert.Equal(["bob@acme.example", "erin@example.com"], Logto.Invitations.Select(invitation => invitation.Invitee).Order(StringComparer.Ordinal));
        Assert.All(Logto.Invitations, invitation => Assert.Equal(["member"], invitation.OrganizationRoles.Select(role => role.Name)));
    }

    [Fact]
    public void The_role_that_is_chosen_is_the_one_they_get_and_an_administrators_is_explained()
    {
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com");
        Assert.Empty(wizard.FindAll(".callout"));

        wizard.FindAll("input[type=radio]")[1].Change("on");
        Assert.Contains("also remove you", wizard.Find(".callout").Words(), StringComparison.Ordinal);

        wizard.Find("form").Submit();
        wizard.WaitForAssertion(() => Assert.Equal(["admin"], Assert.Single(Logto.Invitations).OrganizationRoles.Select(role => role.Name)));
    }

    [Fact]
    public void Inviting_needs_an_address()
    {
        var wizard = Open();
        ToPeople(wizard);

        wizard.Find("form").Submit();

        Assert.Equal("Add at least one address, or skip this step.", wizard.Find(".field-error").Words());
        Assert.Empty(House.Named("Initech"));
    }

    [Fact]
    public void An_address_that_is_none_has_to_be_corrected_first()
    {
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com kenji@acme");

        wizard.Find("form").Submit();

        Assert.Equal("Correct or remove the marked addresses.", wizard.Find(".field-error").Words());
        Assert.Empty(House.Named("Initech"));
    }

    [Fact]
    public void Nobody_invites_themselves()
    {
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "Dave@Example.com erin@example.com");

        Assert.Contains("is your own address", wizard.Find(".chip-reason").Words(), StringComparison.Ordinal);
        Assert.Equal("Create Initech and send 1 invitation", Primary(wizard).Words());
    }

    [Fact]
    public void When_creating_fails_the_person_is_told_keeps_what_was_typed_and_trying_again_makes_one()
    {
        Logto.Calls.Fail(GiveRole, FakeLogtoCalls.Outage());
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com");

        wizard.Find("form").Submit();

        wizard.WaitForAssertion(() => Assert.Contains("nothing is left", wizard.Find(".callout[role=alert]").Words(), StringComparison.Ordinal));
        Assert.Equal("erin@example.com", wizard.Find(".chip-text").Words());
        Assert.Empty(House.Named("Initech"));

        wizard.Find("form").Submit();
        wizard.WaitForAssertion(() => Assert.Equal("Initech is ready", wizard.Find("h1").Words()));
        Assert.Single(House.Named("Initech"));
    }

    [Fact]
    public async Task A_double_click_creates_one()
    {
        var held = Logto.Calls.Hold(Create);
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com");

        var first = wizard.Find("form").SubmitAsync();
        var second = wizard.Find("form").SubmitAsync();
        wizard.WaitForAssertion(() => Assert.Equal("true", Primary(wizard).GetAttribute("aria-busy")));
        held.SetResult();

        await Task.WhenAll(first, second);
        wizard.WaitForAssertion(() => Assert.Single(wizard.FindAll(".pill")));
        Assert.Equal(1, Logto.Calls.CountOf(Create));
        Assert.Single(Logto.Invitations);
    }

    [Fact]
    public void An_invitation_that_fails_leaves_the_organization_and_can_be_tried_again()
    {
        Logto.Calls.Fail(Invite, FakeLogtoCalls.Outage());
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com bob@acme.example");
        wizard.Find("form").Submit();
        wizard.WaitForAssertion(() => Assert.Equal("1 of 2 invitations sent.", wizard.Find("[role=status] p").Words()));
        Assert.Single(House.Named("Initech"));

        wizard.Button("Try the failed one again").Click();

        wizard.WaitForAssertion(() => Assert.Equal("2 of 2 invitations sent.", wizard.Find("[role=status] p").Words()));
        Assert.Equal(2, Logto.Invitations.Count);
        Assert.Single(House.Named("Initech"));
    }

    [Fact]
    public void When_nobody_could_be_invited_the_organization_is_there_and_trying_again_invites()
    {
        var wizard = Open();
        ToPeople(wizard);
        Add(wizard, "erin@example.com");
        Logto.Calls.Fail("IOrganizationMembersClient.ListScopesAsync", FakeLogtoCalls.Outage());

        wizard.Find("form").Submit();

        wizard.WaitForAssertion(() => Assert.Contains("The organization was created, but nobody was invited.", wizard.Find(".callout").Words(), StringComparison.Ordinal));
        Assert.Single(House.Named("Initech"));

        wizard.Button("Try again").Click();
        wizard.WaitForAssertion(() => Assert.Single(Logto.Invitations));
        Assert.Single(House.Named("Initech"));
    }

    [Fact]
    public void When_Logto_does_not_answer_at_first_trying_again_opens_the_wizard()
    {
        Logto.Calls.Fail("IOrganizationRolesClient.ListAsync", FakeLogtoCalls.Outage());
        var wizard = Open();

        wizard.Button("Try again").Click();

        wizard.WaitForAssertion(() => Assert.Equal("Create an organization", wizard.Find("h1").Words()));
    }

    [Fact]
    public void The_steps_tell_which_one_is_current()
    {
        var wizard = Open();
        ToPeople(wizard);

        Assert.Equal(["Name", "People", "Done"], wizard.FindAll(".step-name").Select(step => step.Words()));
        Assert.Equal("2", wizard.Find("[aria-current=step]").Words());
    }

    [Fact]
    public void Cancel_leaves_nothing_behind()
    {
        var wizard = Open();
        wizard.Find("input.input").Input("Initech");
        wizard.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["orgPortal.drafts.keep"]));

        wizard.Button("Cancel").Click();

        wizard.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["orgPortal.drafts.drop"]));
        Assert.Equal("/", new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath);
    }

    [Fact]
    public void What_was_typed_is_kept_with_the_request_and_goes_on_where_it_was()
    {
        var first = Open();
        ToPeople(first, "Initech");
        Add(first, "erin@example.com");
        Clock.Advance(TimeSpan.FromSeconds(1));
        string Kept() => (string)JSInterop.Invocations["orgPortal.drafts.keep"][^1].Arguments[2]!;
        first.WaitForAssertion(() => Assert.Contains("erin@example.com", Kept(), StringComparison.Ordinal));
        JSInterop.Setup<string>("orgPortal.drafts.read", _ => true).SetResult(Kept());

        var second = Open();

        second.WaitForAssertion(() => Assert.Equal("Invite people to Initech", second.Find("h1").Words()));
        Assert.Equal("erin@example.com", second.Find(".chip-text").Words());
        Assert.Equal(first.Instance.Draft!.RequestId, second.Instance.Draft!.RequestId);
        Assert.Equal(first.Instance.Draft.Role, second.Instance.Draft.Role);
    }

    private IRenderedComponent<CreateOrganizationPage> Open() => Render<CreateOrganizationPage>();

    private static void ToPeople(IRenderedComponent<CreateOrganizationPage> wizard, string name = "Initech", string? description = null)
    {
        wizard.Find("input.input").Input(name);
        if (description is not null)
        {
            wizard.Find("textarea.textarea").Input(description);
        }

        wizard.Find("form").Submit();
        wizard.WaitForAssertion(() => Assert.Equal($"Invite people to {name}", wizard.Find("h1").Words()));
    }

    private static void Add(IRenderedComponent<CreateOrganizationPage> wizard, string addresses) =>
        wizard.Find("textarea[data-addresses]").TriggerEvent("onaddresses", new AddressesEventArgs { Text = addresses });

    private static IElement Primary(IRenderedComponent<CreateOrganizationPage> wizard) => wizard.Find("button.button-primary");
}

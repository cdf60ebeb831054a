using Bunit;
using OrgPortal.Tests.Features.Domains;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Requests;

namespace OrgPortal.Tests.Features.Requests;

public sealed class AskToJoinTests : DomainPagesContext
{
    [Fact]
    public async Task The_company_is_found_asked_and_the_request_taken_back()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        LookAs(House.Dave);
        var part = Render<AskToJoin>();
        Assert.Equal("Your company is already here", part.Find("h2").Words());

        part.Button("Ask to join Acme").Click();
        Dialogs.WaitForAssertion(() => Dialogs.Find("textarea").Input("Hello"));
        Dialogs.Button("Ask to join").Click();

        part.WaitForAssertion(() => Assert.Equal("Waiting", part.Find(".pill").Words()));
        Assert.Equal("Hello", House.Request().Note);
        part.Button("Withdraw the request to join Acme").Click();
        part.WaitForAssertion(() => Assert.NotEmpty(part.Buttons("Ask to join Acme")));
    }

    [Fact]
    public async Task What_is_typed_to_ask_is_kept_until_it_is_asked_or_cancelled()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        LookAs(House.Dave);
        JSInterop.Setup<string>("orgPortal.drafts.read", call => (string)call.Arguments[1]! == $"{House.Acme}:ask").SetResult("\"Hello\"");
        var part = Render<AskToJoin>();

        part.Button("Ask to join Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Hello", Dialogs.Find("textarea").GetAttribute("value")));
        Dialogs.Button("Cancel").Click();
        Dialogs.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["orgPortal.drafts.drop"]));
        part.Button("Ask to join Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal("Hello", Dialogs.Find("textarea").GetAttribute("value")));
        Dialogs.Button("Ask to join").Click();

        part.WaitForAssertion(() => Assert.Equal("Waiting", part.Find(".pill").Words()));
        Dialogs.WaitForAssertion(() => Assert.Equal(2, JSInterop.Invocations["orgPortal.drafts.drop"].Count));
        Assert.Equal("Hello", House.Request().Note);
    }

    [Fact]
    public async Task An_answer_appears_with_its_reason()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        House.SignIn(House.Dave);
        await House.Requests.AskAsync(House.Acme, null);
        LookAs(House.Dave);
        var part = Render<AskToJoin>();
        House.SignIn(House.Alice);
        await House.Requests.DeclineAsync(House.Acme, House.Request().Id, "Not yet");

        part.WaitForAssertion(() => Assert.Contains("Not yet", part.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_somebody_is_about_to_create_an_organization_a_line_says_that_there_is_one()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        LookAs(House.Dave);

        var part = Render<AskToJoin>(parameters => parameters.Add(one => one.Hint, true));

        Assert.Contains("Acme lets people with an address of acme.example ask to join", part.Find(".callout").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_such_address_sees_nothing()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        LookAs(House.Eve);

        Assert.Equal(string.Empty, Render<AskToJoin>().Markup.Trim());
        Assert.Equal(string.Empty, Render<AskToJoin>(parameters => parameters.Add(one => one.Hint, true)).Markup.Trim());
    }
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Components;

public sealed class WhyNotTests : MudTestContext
{
    private readonly FakeHelp _help = new();

    public WhyNotTests() => Services.AddSingleton<IPermissionHelp>(_help);

    [Fact]
    public void Whoever_holds_the_permission_gets_the_button()
    {
        var clicks = 0;
        var button = RenderButton(OrganizationPermissions.InviteMembers, () => clicks++);

        button.Button("Invite people").Click();

        Assert.Equal(1, clicks);
        Assert.Empty(button.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Everybody_else_can_reach_it_and_is_told_why_it_does_nothing()
    {
        var clicks = 0;
        var button = RenderButton(OrganizationPermissions.ReadMembers, () => clicks++);

        var denied = button.Button("Invite people");
        denied.Click();

        Assert.Equal(0, clicks);
        Assert.False(denied.HasAttribute("disabled"));
        Assert.Equal("true", denied.GetAttribute("aria-disabled"));
        Assert.Contains("needs the permission \"Invite people\"", button.Find($"#{denied.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Equal(denied.GetAttribute("popovertarget"), button.Find("[role=dialog]").Id);
    }

    [Fact]
    public void Nobody_is_looked_for_before_it_is_pressed()
    {
        var button = RenderButton(OrganizationPermissions.ReadMembers);
        Assert.Equal(0, _help.Reads);

        button.Button("Invite people").Click();

        button.WaitForAssertion(() => Assert.Equal(["Alice Adams", "Ben Bolt"], button.FindAll(".why-not-people bdi").Select(name => name.TextContent)));
        Assert.Equal("/people/alice", button.Find(".why-not-people a").GetAttribute("href"));
    }

    [Fact]
    public void One_click_asks_them()
    {
        var button = RenderButton(OrganizationPermissions.ReadMembers);
        button.Button("Invite people").Click();

        button.Button("Ask them for it").Click();

        button.WaitForAssertion(() => Assert.Contains("They were told", button.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(OrganizationPermissions.InviteMembers, Assert.Single(_help.Asked));
    }

    [Fact]
    public void Whoever_asked_today_is_told_so()
    {
        _help.Answer = new LimitReached("permission_asks", TimeSpan.FromHours(3));
        var button = RenderButton(OrganizationPermissions.ReadMembers);
        button.Button("Invite people").Click();

        button.Button("Ask them for it").Click();

        button.WaitForAssertion(() => Assert.Contains("already today", button.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void When_they_could_not_be_told_it_can_be_tried_again()
    {
        _help.Answer = new Unavailable();
        var button = RenderButton(OrganizationPermissions.ReadMembers);
        button.Button("Invite people").Click();

        button.Button("Ask them for it").Click();

        button.WaitForAssertion(() => Assert.Contains("does not answer", button.Markup, StringComparison.Ordinal));
        button.Button("Ask them for it");
    }

    [Fact]
    public void While_nothing_is_known_nothing_is_shown() =>
        Assert.Empty(Render<Button>(parameters => parameters.Add(button => button.Needs, OrganizationPermissions.InviteMembers).AddChildContent("Invite people")).Markup.Trim());

    [Fact]
    public void A_view_explains_in_place_of_its_content()
    {
        var view = Render<PermissionView>(parameters => parameters
            .Add(v => v.Permission, OrganizationPermissions.InviteMembers).Add(v => v.Explain, true).AddChildContent("Invite").AddCascadingValue(Access(OrganizationPermissions.ReadMembers)));

        Assert.Contains("needs the permission", view.Find(".callout p").TextContent, StringComparison.Ordinal);
        view.Button("Who can help?");
    }

    private static OrganizationAccess Access(PermissionKey held) => new(OrganizationId.Parse("acme"), "Acme", null, [], new HashSet<PermissionKey> { held });

    private IRenderedComponent<Button> RenderButton(PermissionKey held, Action? onClick = null) => Render<Button>(parameters => parameters
        .Add(button => button.Needs, OrganizationPermissions.InviteMembers)
        .Add(button => button.OnClick, () => onClick?.Invoke())
        .AddChildContent("Invite people")
        .AddCascadingValue(Access(held)));

    private sealed class FakeHelp : IPermissionHelp
    {
        public int Reads { get; private set; }

        public List<PermissionKey> Asked { get; } = [];

        public Result Answer { get; set; } = Result.Done;

        public Task<Result<IReadOnlyList<PermissionContact>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(Result.Of<IReadOnlyList<PermissionContact>>([new PermissionContact("alice", "Alice Adams", null, "/people/alice"), new PermissionContact("ben", "Ben Bolt", null, null)]));
        }

        public Task<Result> AskAsync(OrganizationId organization, PermissionKey permission)
        {
            Asked.Add(permission);
            return Task.FromResult(Answer);
        }
    }
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class AvatarTests : MudTestContext
{
    public AvatarTests() => Services.AddSingleton<IImageSource>(new EveryImage());

    [Theory]
    [InlineData("Maya Lindqvist", "ML")]
    [InlineData("Tomás Ó Briain", "TB")]
    [InlineData("maya", "M")]
    [InlineData("李雪", "李")]
    [InlineData("王 建国", "王")]
    [InlineData("小林 花", "小")]
    [InlineData("김 민수", "김")]
    [InlineData("عمر حداد", "عح")]
    [InlineData("k.nakamura@acme.example", "KN")]
    [InlineData("noah@acme.example", "N")]
    [InlineData("𠮷野 家", "𠮷")]
    [InlineData("(Ana) Ferreira", "AF")]
    [InlineData("  ", "?")]
    [InlineData(null, "?")]
    public void Initials_stand_for_a_name(string? name, string expected)
    {
        Assert.Equal(expected, Initials.Of(name));
    }

    [Fact]
    public void An_organization_has_one_letter()
    {
        Assert.Equal("N", Initials.Of("Northwind Labs", single: true));
    }

    [Fact]
    public void The_colour_is_the_same_on_every_machine_and_one_of_twelve()
    {
        Assert.Equal(AvatarHue.Of("u7f3k2p9q1zd"), AvatarHue.Of("u7f3k2p9q1zd"));
        Assert.Equal([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330], Enumerable.Range(0, 500).Select(number => AvatarHue.Of($"user{number}")).Distinct().Order());
        // Pinned: another value would repaint everybody.
        Assert.Equal(330, AvatarHue.Of("alice"));
    }

    [Fact]
    public void An_avatar_is_not_read_out()
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(a => a.Id, "u1").Add(a => a.Name, "Maya Lindqvist"));
        Assert.Equal("true", avatar.Find("span").GetAttribute("aria-hidden"));

        avatar.Render(parameters => parameters.Add(a => a.ImageUrl, "https://pictures.example/maya.png"));
        Assert.Equal(string.Empty, avatar.Find("img").GetAttribute("alt"));
    }

    [Fact]
    public void A_picture_comes_through_the_portal_and_lies_over_the_initials()
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(a => a.Id, "u1").Add(a => a.Name, "Maya Lindqvist").Add(a => a.ImageUrl, "https://pictures.example/maya.png"));
        var logo = Render<OrganizationLogo>(parameters => parameters.Add(a => a.Id, "o1").Add(a => a.Name, "Acme").Add(a => a.ImageUrl, "https://pictures.example/acme.png").Add(a => a.Size, AvatarSize.Large).Add(a => a.IsPublic, true));

        Assert.Equal("ML", avatar.Find(".avatar").TextContent);
        Assert.Equal("/images/Person", avatar.Find(".avatar > img").GetAttribute("src"));
        Assert.Equal(string.Empty, avatar.Find("img").GetAttribute("alt"));
        Assert.Equal("/images/public/LargeLogo", logo.Find(".avatar > img").GetAttribute("src"));
    }

    private sealed class EveryImage : IImageSource
    {
        public string? PathOf(string? url, ImageShape shape, bool isPublic = false) => url is null ? null : $"/images/{(isPublic ? "public/" : "")}{shape}";

        public Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default) => Task.FromResult(url is not null);
    }
}

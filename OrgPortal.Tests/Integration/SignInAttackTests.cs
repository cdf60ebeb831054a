using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

/// <summary>Answers to a sign-in that somebody has tampered with, mixed up or sent twice.</summary>
public sealed class SignInAttackTests : IAsyncLifetime
{
    private PortalFactory _portal = null!;

    public async Task InitializeAsync() => _portal = await PortalFactory.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    public static TheoryData<string, string?> WrongAnswers => new()
    {
        { "state", null },
        { "state", "" },
        { "state", "CfDJ8-not-ours" },
        { "iss", null },
        { "iss", "" },
        { "iss", "https://evil.example/oidc" },
        { "code", null },
        { "code", "guessed" },
        { "code", "" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task An_answer_that_is_wrong_in_one_point_signs_nobody_in(string parameter, string? value)
    {
        using var browser = _portal.Browse();
        var callback = await browser.CallbackAsync("alice");

        await RefusedAsync(browser, With(callback, parameter, value));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task One_changed_character_is_enough(string parameter)
    {
        using var browser = _portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        var value = QueryHelpers.ParseQuery(callback.Query)[parameter].ToString();
        var middle = value.Length / 2;

        await RefusedAsync(browser, With(callback, parameter, value[..middle] + (value[middle] == 'A' ? 'B' : 'A') + value[(middle + 1)..]));
    }

    [Theory]
    [InlineData("orgportal-correlation.")]
    [InlineData("orgportal-nonce.")]
    public async Task An_answer_without_the_cookie_that_belongs_to_it_signs_nobody_in(string cookie)
    {
        using var browser = _portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        foreach (var kept in browser.PortalCookies.Where(kept => kept.Name.StartsWith(cookie, StringComparison.Ordinal)))
        {
            kept.Expired = true;
        }

        await RefusedAsync(browser, callback.AbsoluteUri);
    }

    [Fact]
    public async Task A_code_that_was_begun_elsewhere_cannot_be_put_into_ones_own_sign_in()
    {
        using var attacker = _portal.Browse();
        using var victim = _portal.Browse();
        var stolen = QueryHelpers.ParseQuery((await victim.CallbackAsync("alice")).Query)["code"].ToString();
        var own = await attacker.CallbackAsync("bob");

        // The proof for the code (PKCE) is not in this browser, and its nonce is another one.
        await RefusedAsync(attacker, With(own, "code", stolen));
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        using var browser = _portal.Browse();
        var callback = await browser.CallbackAsync("alice");
        using var copy = _portal.Browse();
        foreach (var cookie in browser.PortalCookies)
        {
            copy.Cookies.Add(_portal.Address, new Cookie(cookie.Name, cookie.Value));
        }

        using var first = await browser.GetOnceAsync(callback.AbsoluteUri);

        Assert.Equal(PortalFactory.PersonPath, first.Headers.Location!.OriginalString);
        await RefusedAsync(copy, callback.AbsoluteUri);
    }

    [Fact]
    public async Task An_answer_for_another_person_does_not_replace_the_one_who_is_signed_in()
    {
        using var attacker = _portal.Browse();
        using var victim = await _portal.SignInAsync("alice");
        var callback = await attacker.CallbackAsync("bob");

        await victim.GoAsync(callback.AbsoluteUri);

        Assert.Contains("Alice", (await victim.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_planted_is_not_the_one_that_is_signed_in()
    {
        using var attacker = await _portal.SignInAsync("bob");
        using var victim = _portal.Browse();
        var planted = attacker.PortalCookies.Single(cookie => cookie.Name == "orgportal").Value;
        victim.Cookies.Add(_portal.Address, new Cookie("orgportal", planted));

        await victim.SignInAtAsync(await victim.GoAsync("/sign-in?prompt=login&returnUrl=" + PortalFactory.PersonPath), "alice");

        Assert.NotEqual(planted, victim.PortalCookies.Single(cookie => cookie.Name == "orgportal").Value);
        Assert.Contains("Alice", (await victim.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alice", (await attacker.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_denied", "cancelled")]
    [InlineData("server_error", "unavailable")]
    [InlineData("temporarily_unavailable", "unavailable")]
    [InlineData("login_required", "refused")]
    [InlineData("<script>alert(1)</script>", "refused")]
    public async Task An_error_is_told_in_our_words_alone(string error, string reason)
    {
        using var browser = _portal.Browse();
        using var begun = await browser.GetOnceAsync("/sign-in");
        var state = QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].ToString();

        var page = await browser.GoAsync(QueryHelpers.AddQueryString("/signin-oidc", new Dictionary<string, string?>
        {
            ["error"] = error, ["error_description"] = "<img src=x onerror=alert(1)> call 555-1234", ["error_uri"] = "https://evil.example/", ["state"] = state, ["iss"] = _portal.LogtoAddress + "oidc",
        }));

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.Contains($"reason={reason}", page.Url.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("555-1234", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_out_the_greatest_age_on_the_way_to_logto_does_not_help()
    {
        using var browser = await _portal.SignInAsync("alice");
        using var begun = await browser.GetOnceAsync("/sign-in?max_age=600&returnUrl=" + PortalFactory.PersonPath);
        var asked = begun.Headers.Location!.AbsoluteUri;
        var easier = With(new Uri(asked), "max_age", null);

        var page = await browser.GoAsync(easier);

        Assert.NotEqual(asked, easier);
        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
    }

    private async Task RefusedAsync(TestBrowser browser, string callback)
    {
        var page = await browser.GoAsync(callback);

        Assert.Equal("/sign-in-failed", page.Url.AbsolutePath);
        Assert.DoesNotContain(browser.PortalCookies, cookie => cookie.Name == "orgportal" && !cookie.Expired);
        using var refused = await browser.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    /// <summary>The same address with another value of one parameter, or without it.</summary>
    private static string With(Uri address, string parameter, string? value)
    {
        var query = QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query.Remove(parameter);
        if (value is not null)
        {
            query[parameter] = value;
        }

        return QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query);
    }
}

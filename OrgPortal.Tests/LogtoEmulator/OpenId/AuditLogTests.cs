using System.Text.Json;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class AuditLogTests : EmulatorTest
{
    [Fact]
    public async Task A_sign_in_and_the_tokens_that_come_of_it_are_noted_with_who_and_where()
    {
        var browser = Browser();
        await browser.ExchangeAsync(await browser.SignInAsync("alice"));

        var signIn = Single("Interaction.SignIn.Submit");
        var tokens = Single("ExchangeTokenBy.AuthorizationCode");

        Assert.Equal(UserNamed("alice").Id, signIn.GetProperty("userId").GetString());
        Assert.Equal((UserNamed("alice").Id, browser.ClientId), (tokens.GetProperty("userId").GetString(), tokens.GetProperty("applicationId").GetString()));
        Assert.Equal(
            ["AccessToken", "RefreshToken", "IdToken"], tokens.GetProperty("tokenTypes").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal("Success", tokens.GetProperty("result").GetString());
    }

    [Fact]
    public async Task A_refusal_is_noted_under_what_was_tried()
    {
        await Browser().RefreshAsync("nonsense");

        var entry = Single("ExchangeTokenBy.RefreshToken");

        Assert.Equal("Error", entry.GetProperty("result").GetString());
        Assert.StartsWith("invalid_grant", entry.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.False(entry.TryGetProperty("userId", out _));
    }

    private JsonElement Single(string key) => State.Read(tables => Assert.Single(tables.Logs, log => log.Key == key).Payload);
}

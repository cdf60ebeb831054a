using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Api;

/// <summary>A required second factor over HTTP, on the emulator.</summary>
public sealed class SecondFactorApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Policy => $"/organizations/{house.Acme}/second-factor";

    [Fact]
    public async Task Whoever_has_none_is_kept_out_of_everything_and_told_why()
    {
        Offer();
        Assert.Equal((HttpStatusCode.Conflict, "no_second_factor_offered"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, Policy, new { accept = "administrators" })));
        Offer("Totp");
        Assert.Equal("unknown", (await house.SendAsync("alice", HttpMethod.Put, Policy, new { accept = "everything" })).Json.GetProperty("errors").GetProperty("accept")[0].GetString());
        Assert.Equal((HttpStatusCode.Conflict, "locks_out_administrators"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Put, Policy, new { })));
        Give("alice");
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, Policy, new { from = DateTimeOffset.UtcNow.AddDays(30) })).Status);
        Assert.NotEqual("", (await house.SendAsync("alice", HttpMethod.Get, Policy))["requiredFrom"]);
        Assert.Equal(HttpStatusCode.OK, (await house.SendAsync("bob", HttpMethod.Get, $"/organizations/{house.Acme}/members")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, Policy, new { })).Status);

        Assert.Equal((HttpStatusCode.Forbidden, "second_factor_required"), StatusAndCode(await house.SendAsync("bob", HttpMethod.Get, $"/organizations/{house.Acme}/members")));
        Assert.Equal((HttpStatusCode.Forbidden, "second_factor_required"), StatusAndCode(await house.SendAsync("bob", HttpMethod.Post, Policy + "/mine/check")));
        Assert.Equal(HttpStatusCode.OK, (await house.SendAsync("bob", HttpMethod.Get, "/me/second-factor")).Status);
        Give("bob");
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("bob", HttpMethod.Post, Policy + "/mine/check")).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.SendAsync("bob", HttpMethod.Get, $"/organizations/{house.Acme}/members")).Status);

        Assert.Equal((HttpStatusCode.Unauthorized, "reauthentication_required"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Delete, Policy)));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, Policy, null, ("Identity-Proof", house.IdTokenOf("alice")))).Status);
        Assert.Equal(["done", "denied"], (await house.OutcomesAsync("second_factor.lift")).Order().Reverse());
    }

    private void Offer(params string[] factors)
    {
        house.Portal.Logto.State.Write(tables => tables.SignInExperience = new SignInExperience(StateJson.Merged(tables.SignInExperience.Row, StateJson.Element(new { mfa = new { factors, policy = "NoPrompt" } }))));
        house.Portal.Services.GetRequiredService<ISignInExperienceClient>().Forget();
    }

    private void Give(string name) => house.Portal.Logto.State.Write(tables =>
    {
        var user = tables.Users.FindByUsername(name)!;
        tables.ChangeUser(user.Id, one => one with { MfaVerifications = [.. one.MfaVerifications, new MfaVerification { Id = "totp", Type = "Totp", CreatedAt = "2026-11-24T09:30:00.000Z" }] });
    });

    private static (HttpStatusCode Status, string Code) StatusAndCode(ApiAnswer answer) => (answer.Status, answer.Code);
}

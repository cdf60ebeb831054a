using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto.Wire;

public sealed class AnswerTests : WireRoom
{
    private const string Person = """{"id":"bob123456789","username":"bob","primaryEmail":"bob@example.com","name":"Bob","avatar":null,"isSuspended":false,"lastSignInAt":1700000000000,"organizationRoles":[]}""";

    public static TheoryData<string> WhatLists => LogtoCallBook.Names(call => call.ListsThings);

    [Theory]
    [MemberData(nameof(WhatReadsItsAnswer))]
    public async Task A_page_instead_of_an_answer_is_none(string name) => await IsNoAnswerAsync(name, "<html>Sign in to the wireless network</html>", "text/html");

    [Theory]
    [MemberData(nameof(WhatReadsItsAnswer))]
    public async Task Half_an_answer_is_none(string name) => await IsNoAnswerAsync(name, LogtoCallBook.Find(name).Answer![..^9]);

    [Theory]
    [MemberData(nameof(WhatReadsItsAnswer))]
    public async Task Nothing_is_no_answer(string name) => await IsNoAnswerAsync(name, "");

    [Theory]
    [MemberData(nameof(WhatReadsItsAnswer))]
    public async Task Null_is_no_answer(string name) => await IsNoAnswerAsync(name, "null");

    [Theory]
    [MemberData(nameof(WhatLists))]
    public async Task A_list_with_a_gap_is_no_answer(string name) => await IsNoAnswerAsync(name, LogtoCallBook.Find(name).Answer![..^1] + ",null]");

    [Theory]
    [MemberData(nameof(WhatReadsItsAnswer))]
    public async Task What_is_too_large_is_no_answer_and_not_asked_for_again(string name)
    {
        Logto.Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new EndlessContent(LogtoConnection.LargestAnswer + 1, isAnnounced: true) });

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    [Fact]
    public async Task What_grows_too_large_without_saying_so_is_no_answer_either()
    {
        Logto.Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new EndlessContent(LogtoConnection.LargestAnswer * 2, isAnnounced: false) });

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => PassingTimeAsync(ReadPersonAsync()));

        Assert.Single(Logto.Calls);
    }

    [Theory]
    [InlineData("\"isSuspended\":false,", "")]
    [InlineData("\"isSuspended\":false", "\"isSuspended\":null")]
    [InlineData("\"isSuspended\":false", "\"isSuspended\":\"no\"")]
    [InlineData("\"bob123456789\"", "\"../../roles\"")]
    [InlineData("\"bob123456789\"", "17")]
    [InlineData("\"bob123456789\"", "null")]
    [InlineData("\"id\":\"bob123456789\",", "")]
    [InlineData("1700000000000", "1e300")]
    [InlineData("1700000000000", "-1e300")]
    [InlineData("1700000000000", "\"yesterday\"")]
    public async Task A_person_told_of_badly_is_not_guessed(string right, string wrong)
    {
        Assert.Contains(right, Person, StringComparison.Ordinal);
        Logto.Answers(HttpStatusCode.OK, Person.Replace(right, wrong, StringComparison.Ordinal));

        await Assert.ThrowsAsync<LogtoUnreachableException>(ReadPersonAsync);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\":\"role00000000000000001\",\"name\":null}]")]
    [InlineData("{}")]
    public async Task Roles_told_of_badly_are_not_guessed(string roles)
    {
        Logto.Answers(HttpStatusCode.OK, $"[{Person.Replace("\"organizationRoles\":[]", $"\"organizationRoles\":{roles}", StringComparison.Ordinal)}]", headers: ("Total-Number", "1"));

        await Assert.ThrowsAsync<LogtoUnreachableException>(ListMembersAsync);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public async Task A_page_without_a_usable_total_is_no_answer(string? total)
    {
        Logto.Answers(HttpStatusCode.OK, "[]", headers: total is null ? [] : [("Total-Number", total)]);

        await Assert.ThrowsAsync<LogtoUnreachableException>(ListMembersAsync);
    }

    private async Task IsNoAnswerAsync(string name, string body, string type = "application/json")
    {
        Logto.Answers(HttpStatusCode.OK, body, type, ("Total-Number", "1"));

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    private Task<OrgPortal.Web.Logto.Models.User> ReadPersonAsync() => Client<IUsersClient>().GetAsync(UserId.Parse(LogtoCallBook.Bob));

    private Task ListMembersAsync() => Client<IOrganizationMembersClient>().ListAsync(OrganizationId.Parse(LogtoCallBook.Acme), new PageRequest(1, 20));
}

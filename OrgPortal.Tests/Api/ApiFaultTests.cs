using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Every operation of the API while Logto does not answer, and changes that it breaks off.</summary>
public sealed class ApiFaultTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    /// <summary>What Logto was asked a moment ago counts for reading, and some things Logto is not asked at all.</summary>
    public static TheoryData<string> Changes => [.. ApiCase.All.Where(one => one.IsInOrganization && one.Method != "GET").Select(one => one.Name)];

    public static TheoryData<string> Others => [.. ApiCase.All.Where(one => !one.IsInOrganization || one.Method == "GET").Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Without_an_answer_from_Logto_nothing_is_changed_and_the_caller_is_told_when_to_come_again(string operation)
    {
        var answer = await WithoutLogtoAsync(operation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.Status, answer.Code));
        Assert.NotEmpty(answer.Header("Retry-After"));
        Assert.Equal(int.Parse(answer.Header("Retry-After"), null), answer.Json.GetProperty("retryAfterSeconds").GetInt32());
        Assert.True(house.IsMember(house.Acme, "bob"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Without_an_answer_from_Logto_a_read_says_so_or_is_done(string operation)
    {
        var answer = await WithoutLogtoAsync(operation);

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        Assert.True(answer.Status != HttpStatusCode.ServiceUnavailable || answer.Header("Retry-After").Length > 0, answer.Text);
    }

    private async Task<ApiAnswer> WithoutLogtoAsync(string operation)
    {
        house.Portal.Logto.Faults.Add("GET /api/** 503:1 x1000");
        house.Portal.Logto.Faults.Add("POST /api/** 503:1 x1000");
        try
        {
            return await house.TryAsync(ApiCase.Named(operation), "alice");
        }
        finally
        {
            house.Portal.Logto.Faults.Clear();
        }
    }
}

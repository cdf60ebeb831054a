using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;
using static OrgPortal.Tests.Features.Domains.FakeNameServer;

namespace OrgPortal.Tests.Features.Domains;

public sealed class DnsDomainProofsTests
{
    private const string Name = "_orgportal-challenge.acme.example";
    private const string Value = "orgportal-verify=something";

    [Theory]
    [InlineData(DomainProof.Found, Value)]
    [InlineData(DomainProof.Found, "v=spf1 -all", " " + Value + " ")]
    [InlineData(DomainProof.Different, "orgportal-verify=SOMETHING")]
    [InlineData(DomainProof.Different, "orgportal-verify=something-else")]
    [InlineData(DomainProof.Different, "")]
    [InlineData(DomainProof.Missing)]
    public async Task What_stands_there_is_compared_exactly(DomainProof proof, params string[] texts)
    {
        Assert.Equal(proof, await LookAsync(name => new Reply([.. texts.Select(text => (name, text))])));
    }

    [Fact]
    public async Task No_such_name_is_a_record_that_is_missing() => Assert.Equal(DomainProof.Missing, await LookAsync(_ => new Reply([], Code: 3)));

    [Fact]
    public async Task A_server_that_fails_says_nothing_about_the_record() => Assert.Equal(DomainProof.NoAnswer, await LookAsync(_ => new Reply([], Code: 2)));

    [Fact]
    public async Task Records_of_other_names_in_the_answer_prove_nothing() =>
        Assert.Equal(DomainProof.Missing, await LookAsync(_ => new Reply([("acme.example", Value), ("_orgportal-challenge.evil.example", Value)])));

    [Fact]
    public async Task An_answer_to_another_question_is_none()
    {
        // As impatient as usual: the right answer never comes.
        await using var server = new FakeNameServer(name => new Reply([(name, Value)], HasForeignNumber: true));
        var proofs = new DnsDomainProofs(Servers(server), NullLogger<DnsDomainProofs>.Instance);

        Assert.NotEqual(DomainProof.Found, await proofs.LookAsync(Domain(), Value));
    }

    [Fact]
    public async Task An_alias_leads_to_the_record() =>
        Assert.Equal(DomainProof.Found, await LookAsync(_ => new Reply([("proof.elsewhere.example", Value)], Alias: "proof.elsewhere.example")));

    [Fact]
    public async Task A_long_text_comes_in_parts_and_is_put_together() =>
        Assert.Equal(DomainProof.Different, await LookAsync(name => new Reply([(name, Value + new string('x', 300))])));

    [Fact]
    public async Task The_name_of_the_record_is_asked_for_and_nothing_is_remembered()
    {
        var stands = false;
        await using var server = new FakeNameServer(name => stands ? new Reply([(name, Value)]) : new Reply([], Code: 3));
        var proofs = Proofs(server);
        Assert.Equal(DomainProof.Missing, await proofs.LookAsync(Domain(), Value));
        stands = true;

        Assert.Equal(DomainProof.Found, await proofs.LookAsync(Domain(), Value));
        Assert.Equal([Name, Name], server.Asked);
    }

    private static async Task<DomainProof> LookAsync(Func<string, Reply?> answer)
    {
        await using var server = new FakeNameServer(answer);
        return await Proofs(server).LookAsync(Domain(), Value);
    }

    // Waits however busy the machine is: impatient, it would ask again, or take a late answer for none.
    private static DnsDomainProofs Proofs(FakeNameServer server) => new(Servers(server), NullLogger<DnsDomainProofs>.Instance, Patience.Limit);

    private static IOptions<DomainOptions> Servers(FakeNameServer server) => Options.Create(new DomainOptions { NameServers = { server.Address } });

    private static DomainName Domain() => DomainName.TryParse("acme.example", out var domain) ? domain : default;
}

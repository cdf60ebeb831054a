using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Authentication.Bearer;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Tests.Properties;

public sealed class BearerTokenProperties : IDisposable
{
    private static readonly string[] Claims = ["iss", "sub", "aud", "client_id", "exp", "iat", "organization_id", "nbf", "typ", "alg", "kid"];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FakeKeys _logto = new FakeKeys().Add("key-1");
    private readonly BearerTokens _tokens;

    public BearerTokenProperties() => _tokens = BearerTokensTests.Create(_logto, _time);

    public void Dispose()
    {
        _tokens.Dispose();
        _logto.Dispose();
    }

    [Fact]
    public void No_token_with_a_bit_turned_is_taken_also_when_the_right_one_is_remembered()
    {
        var right = _logto.Sign(FakeKeys.Header("key-1"), FakeKeys.Claims(_time.GetUtcNow()));
        Assert.NotNull(Read(right).Token);

        Cases.Check(Gen.Select(Gen.Int[0, right.Length - 1], Gen.Int[0, 6]), mutant =>
        {
            var bytes = Encoding.ASCII.GetBytes(right);
            bytes[mutant.Item1] ^= (byte)(1 << mutant.Item2);
            var text = Encoding.ASCII.GetString(bytes);
            // The last letter of the signature holds bits that mean nothing.
            Assert.True(Read(text).Token is null || SameSignature(text, right), text);
        }, costing: 4);
    }

    [Fact]
    public void Whatever_stands_in_a_claim_that_logto_signed_both_ways_of_reading_agree() =>
        Cases.Check(Gen.Select(Gen.Int[0, Claims.Length - 1], Texts.Any(40)), input =>
        {
            var claims = FakeKeys.Claims(_time.GetUtcNow());
            claims[Claims[input.Item1]] = JsonValue.Create(input.Item2);
            var text = _logto.Sign(FakeKeys.Header("key-1"), claims);
            using var other = BearerTokensTests.Create(_logto, _time);

            var (first, remembered, uncached) = (Read(text), Read(text), other.ReadAsync(text).AsTask().GetAwaiter().GetResult());

            Assert.Equal(first.Token is null, remembered.Token is null);
            Assert.Equal(first.Reason, uncached.Reason);
            Assert.Equal(first.Reason, remembered.Reason);
        }, costing: 20);

    [Fact]
    public void Whatever_is_sent_is_refused_in_words_of_our_own() =>
        Cases.Check(Texts.Any(300), text => Assert.Matches("^[a-z ,A-Z]+$", Read(text).Reason!), costing: 2);

    private static bool SameSignature(string mutant, string right) => mutant[..^1] == right[..^1];

    private BearerVerdict Read(string token) => _tokens.ReadAsync(token).AsTask().GetAwaiter().GetResult();
}

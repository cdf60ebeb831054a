using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Tests.Authentication;

public sealed class SignInFailuresTests
{
    [Theory]
    [InlineData("access_denied", nameof(SignInFailure.Cancelled))]
    [InlineData("server_error", nameof(SignInFailure.Unavailable))]
    [InlineData("temporarily_unavailable", nameof(SignInFailure.Unavailable))]
    [InlineData("invalid_request", nameof(SignInFailure.Refused))]
    public void What_logto_says_decides(string error, string expected)
    {
        var exception = new InvalidOperationException("Correlation failed.");
        exception.Data["error"] = error;

        Assert.Equal(Enum.Parse<SignInFailure>(expected), SignInFailures.ReasonOf(exception));
    }

    [Fact]
    public void A_broken_connection_means_that_logto_is_away() =>
        Assert.Equal(SignInFailure.Unavailable, SignInFailures.ReasonOf(new InvalidOperationException("IDX20803", new IOException("IDX20804", new HttpRequestException()))));

    [Theory]
    [InlineData("Correlation failed.")]
    [InlineData("Unable to unprotect the message.State.")]
    [InlineData("IDX21323: RequireNonce is 'True'.")]
    public void A_lost_state_means_that_it_took_too_long(string message) =>
        Assert.Equal(SignInFailure.Expired, SignInFailures.ReasonOf(new InvalidOperationException(message)));

    [Fact]
    public void Anything_else_is_a_refusal()
    {
        Assert.Equal(SignInFailure.Refused, SignInFailures.ReasonOf(new InvalidOperationException("?")));
        Assert.Equal(SignInFailure.Refused, SignInFailures.ReasonOf(null));
    }

    [Fact]
    public void The_page_knows_where_the_person_wanted_to_go() =>
        Assert.Equal("/sign-in-failed?reason=expired&returnUrl=%2Fa%3Fb%3Dc", SignInFailures.LinkTo(SignInFailure.Expired, ReturnUrl.From("/a?b=c")));
}

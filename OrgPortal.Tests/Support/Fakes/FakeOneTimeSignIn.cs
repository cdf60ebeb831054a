using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>A browser that keeps what it is given.</summary>
public sealed class FakeOneTimeSignIn : IOneTimeSignIn
{
    public List<(string Address, string Token, TimeSpan Lifetime)> Kept { get; } = [];

    public bool Keep(string address, string token, TimeSpan lifetime)
    {
        Kept.Add((address, token, lifetime));
        return true;
    }
}

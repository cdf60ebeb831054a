using CsCheck;
using OrgPortal.Tests.Authentication;
using OrgPortal.Web.Authentication.Sessions;

namespace OrgPortal.Tests.Properties;

public sealed class SessionProperties
{
    private static readonly Gen<byte[]> Damages = Gen.Byte.Array[1, 4];

    [Fact]
    public void A_stored_session_that_was_changed_or_cut_has_ended() => Cases.Check(Gen.Select(Damages, Gen.Int[0, 10_000], Gen.Int[0, 3]), damage =>
    {
        var (bytes, place, kind) = damage;
        var setup = new SessionSetup();
        var key = setup.BeginAsync().GetAwaiter().GetResult();
        var stored = setup.Store.All.Single();
        var content = Damaged(stored.Content.ToArray(), bytes, place, kind);
        setup.Store.AddAsync(stored with { Content = content }).GetAwaiter().GetResult();

        var found = setup.Registry.FindAsync(key).GetAwaiter().GetResult();

        Assert.Equal(content.AsSpan().SequenceEqual(stored.Content.Span), found is not null);
    }, costing: 20);

    [Fact]
    public void Nobody_guesses_a_session() => Cases.Check(Gen.OneOf<string>(Texts.Any(80), Texts.From("0123456789abcdef", 64, 64)), secret =>
    {
        var setup = new SessionSetup();
        var key = setup.BeginAsync().GetAwaiter().GetResult();

        Assert.Null(setup.Registry.FindAsync(secret).GetAwaiter().GetResult());
        Assert.Null(setup.Registry.FindAsync(SessionRegistry.KeyOf(secret)).GetAwaiter().GetResult());
        // The name under which the store keeps it does not open it either.
        Assert.NotEqual(key, SessionRegistry.KeyOf(key));
        Assert.Null(setup.Registry.FindAsync(SessionRegistry.KeyOf(key)).GetAwaiter().GetResult());
    }, costing: 20);

    private static byte[] Damaged(byte[] content, byte[] bytes, int place, int kind)
    {
        var at = place % content.Length;
        switch (kind)
        {
            case 0:
                return content[..at];
            case 1:
                return [.. content, .. bytes];
            case 2:
                return bytes;
            default:
                for (var i = 0; i < bytes.Length && at + i < content.Length; i++)
                {
                    content[at + i] ^= bytes[i];
                }

                return content;
        }
    }
}

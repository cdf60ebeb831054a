namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>How long things live where no application or resource says otherwise.</summary>
internal static class Lifetimes
{
    public static readonly TimeSpan AccessToken = TimeSpan.FromHours(1);

    public static readonly TimeSpan IdToken = TimeSpan.FromHours(1);

    public static readonly TimeSpan RefreshToken = TimeSpan.FromDays(14);

    public static readonly TimeSpan Session = TimeSpan.FromDays(14);

    public static readonly TimeSpan Grant = TimeSpan.FromDays(180);

    public static readonly TimeSpan Interaction = TimeSpan.FromHours(1);

    public static readonly TimeSpan AuthorizationCode = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan LogoutToken = TimeSpan.FromSeconds(120);

    /// <summary>How long a refresh token that was replaced may still be used, for answers that got lost.</summary>
    public static readonly TimeSpan RefreshTokenReuse = TimeSpan.FromSeconds(3);

    /// <summary>How long refresh tokens go on taking each other's place; the last one then ends when it ends.</summary>
    public static readonly TimeSpan RotationUntil = TimeSpan.FromDays(365.25);

    /// <summary>The part of its life after which a confidential client's refresh token is replaced.</summary>
    public const double RotationAfter = 0.7;
}

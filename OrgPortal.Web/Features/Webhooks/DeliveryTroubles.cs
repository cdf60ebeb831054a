namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Why a message did not arrive, beside what a status says.</summary>
public static class DeliveryTroubles
{
    /// <summary>No connection, or it broke off.</summary>
    public const string Connection = "connection";

    /// <summary>The name leads nowhere, or only to an internal address, where nothing is sent.</summary>
    public const string NoPublicAddress = "no_public_address";

    /// <summary>The certificate is not good, or the two do not understand each other.</summary>
    public const string Tls = "tls";

    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>The address is none that may be sent to any more: the settings changed.</summary>
    public const string Address = "address";

    /// <summary>The signing secret cannot be read: whoever runs the portal lost the keys. A new secret helps.</summary>
    public const string Secret = "secret";

    /// <summary>The webhook was switched off before it arrived.</summary>
    public const string SwitchedOff = "switched_off";

    /// <summary>It was sent, and there is no answer yet; or the node that sent it was stopped meanwhile, and another sends it again.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Connection, NoPublicAddress, Tls, Timeout, Address, Secret, SwitchedOff, Unanswered];
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>What tokens are verified with: Logto's issuer and its keys, as it gave them out once.</summary>
internal sealed class SigningKeySet
{
    private readonly Dictionary<string, SecurityKey> _keys;
    private readonly string _fingerprint;

    /// <param name="issuer">The issuer, as discovery tells it.</param>
    /// <param name="keys">The keys. Those without an id, and symmetric ones, are left out.</param>
    public SigningKeySet(string issuer, IEnumerable<SecurityKey> keys)
    {
        Issuer = issuer;
        _keys = keys.Where(key => key is AsymmetricSecurityKey or JsonWebKey { Kty: "EC" or "RSA" } && !string.IsNullOrEmpty(key.KeyId)).GroupBy(key => key.KeyId, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _fingerprint = string.Join('\n', _keys.Select(key => key.Key + " " + Convert.ToHexString(key.Value.ComputeJwkThumbprint())).Order(StringComparer.Ordinal).Prepend(issuer));
    }

    /// <summary>Logto's issuer.</summary>
    public string Issuer { get; }

    /// <summary>The key of this id.</summary>
    public bool TryFind(string? id, [NotNullWhen(true)] out SecurityKey? key)
    {
        key = null;
        return id is not null && _keys.TryGetValue(id, out key);
    }

    /// <summary>Whether both verify the same tokens.</summary>
    public bool IsSameAs(SigningKeySet other) => _fingerprint == other._fingerprint;
}

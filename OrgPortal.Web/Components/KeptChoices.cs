using System.Security.Cryptography;
using System.Text;
using Microsoft.JSInterop;

namespace OrgPortal.Web.Components;

/// <summary>
/// Small choices about how pages look, kept in a cookie of this browser for a year: lost with it, and nobody is worse off. The cookie names nothing: a choice stands there by a
/// hash of what it is about. The newest <see cref="Most"/> are kept. One per circuit.
/// </summary>
internal sealed class KeptChoices(IJSRuntime browser)
{
    /// <summary>The cookie. Scripts may write it.</summary>
    public const string Cookie = "orgportal-choices";

    private const int Most = 40;
    private const int KeyLength = 12;
    private const char Between = '.';

    private readonly List<(string Key, bool Value)> _choices = [];

    /// <summary>Takes what the browser has sent; what cannot be read counts as nothing.</summary>
    public void Begin(string? cookie)
    {
        _choices.Clear();
        foreach (var part in (cookie ?? string.Empty).Split(Between).Take(Most))
        {
            if (part is [.. { Length: KeyLength } key, '0' or '1'] && key.All(char.IsAsciiHexDigitLower))
            {
                _choices.Add((key, part[^1] == '1'));
            }
        }
    }

    /// <summary>What was chosen; <see langword="null"/> for nothing.</summary>
    /// <param name="about">What it is about, with everything it depends on.</param>
    public bool? Of(params string[] about)
    {
        var key = KeyOf(about);
        return _choices.Find(choice => choice.Key == key) is { Key: not null } found ? found.Value : null;
    }

    /// <summary>Keeps a choice, here and in the browser.</summary>
    public ValueTask KeepAsync(bool value, params string[] about)
    {
        var key = KeyOf(about);
        _choices.RemoveAll(choice => choice.Key == key);
        _choices.Insert(0, (key, value));
        return browser.TryInvokeVoidAsync("orgPortal.keep", Cookie, string.Join(Between, _choices.Take(Most).Select(choice => choice.Key + (choice.Value ? '1' : '0'))));
    }

    private static string KeyOf(string[] about) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', about))))[..KeyLength];
}

using System.Globalization;
using System.Resources;
using OrgPortal.Web.Localization;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>The portal's texts in one language, so that a journey finds the same button in each.</summary>
internal sealed class Words(CultureInfo culture)
{
    /// <summary>A text of the resource <typeparamref name="T"/>, with its arguments.</summary>
    public string Of<T>(string key, params object?[] arguments)
    {
        var text = new ResourceManager(typeof(T)).GetString(key, culture) ?? throw new ArgumentException($"{typeof(T).Name} has no {key}.", nameof(key));
        text = culture.Equals(PseudoText.Culture) ? PseudoText.Of(text) : text;
        return arguments.Length == 0 ? text : string.Format(culture, text, arguments);
    }
}

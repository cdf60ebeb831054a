using System.Globalization;
using System.Resources;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>The portal's texts in one language, so that a journey finds the same button in each.</summary>
internal sealed class Words(CultureInfo culture)
{
    /// <summary>A text of the resource <typeparamref name="T"/>, with its arguments.</summary>
    public string Of<T>(string key, params object?[] arguments)
    {
        var text = new ResourceManager(typeof(T)).GetString(key, culture) ?? throw new ArgumentException($"{typeof(T).Name} has no {key}.", nameof(key));
        return arguments.Length == 0 ? text : string.Format(culture, text, arguments);
    }
}

using System.Globalization;

namespace OrgPortal.Web.Events;

/// <summary>
/// The languages of whoever subscribes, to be called back in. What happens is told by whoever caused it or by a timer, in their language; a page that shows it again must
/// speak its reader's.
/// </summary>
internal sealed class SubscriberCulture
{
    private readonly CultureInfo _formats = CultureInfo.CurrentCulture;
    private readonly CultureInfo _texts = CultureInfo.CurrentUICulture;

    /// <summary>Calls back; what the call awaits goes on in the same languages.</summary>
    public void Run(Action call) => Run(() =>
    {
        call();
        return true;
    });

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> call)
    {
        var (formats, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_formats, _texts);
        try
        {
            return call();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formats, texts);
        }
    }
}

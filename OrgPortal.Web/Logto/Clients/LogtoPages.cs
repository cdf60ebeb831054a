using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Lists that Logto gives out in pages only.</summary>
internal static class LogtoPages
{
    /// <summary>Every page, one after the other, as large as Logto gives them out.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this LogtoConnection logto, LogtoRoute route, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        for (var number = 1; ; number++)
        {
            var asked = route.WithQuery(("page", number.ToString(CultureInfo.InvariantCulture)), ("page_size", "100"));
            var page = await logto.GetPageAsync(asked, new PageRequest(number, PageRequest.MaxSize), type, cancellationToken);
            items.AddRange(page.Items);
            if (page.Items.Count == 0 || items.Count >= page.TotalCount)
            {
                return items;
            }
        }
    }
}

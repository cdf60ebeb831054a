using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Where a page stands.</summary>
internal static class PageAddress
{
    /// <summary>Waits until it stands somewhere on a site. Asks again and again: a wait for the navigation itself misses one that was over before the wait began.</summary>
    /// <param name="page">The page.</param>
    /// <param name="site">The site's address.</param>
    public static Task ExpectAtAsync(this IPage page, Uri site) => Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(site.AbsoluteUri)}"));
}

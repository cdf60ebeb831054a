using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>A page without a mouse.</summary>
internal static class KeyboardWalk
{
    private const int FarthestAway = 60;

    /// <summary>Goes there, and presses Enter.</summary>
    public static async Task EnterAsync(this IPage page, ILocator target)
    {
        await page.TabToAsync(target);
        // What is drawn anew between the two keys would lose the focus, and the second key with it.
        await target.PressAsync("Enter");
    }

    /// <summary>Presses Tab until the focus is there; at every stop on the way it must be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        await page.WaitUntilReadyAsync();
        // Tab passes what is off, and stays in a dialog that is about to close.
        await Expect(target).ToBeEnabledAsync();
        await Eventually.TrueAsync(() => target.EvaluateAsync<bool>("element => !document.querySelector('.mud-dialog-container') || element.closest('.mud-dialog-container') !== null"));
        for (var presses = 0; presses < FarthestAway; presses++)
        {
            // The dialog's trap has the focus until the server has put it to its place.
            await page.WaitForFunctionAsync("() => !document.activeElement?.matches('.fixed.pointer-events-none')");
            await page.AssertFocusIsSeenAsync();
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {target}.");
    }

    /// <summary>
    /// The focus is to be seen. A heading takes it so that it is read out; it is no stop of the keyboard. The button within a date field has a ring that scripts cannot see.
    /// </summary>
    public static async Task AssertFocusIsSeenAsync(this IPage page) => Assert.True(
        await page.EvaluateAsync<bool>("""
            () => {
              const here = document.activeElement;
              if (!here || here === document.body || here.matches("h1, main, [type=date]:not(:focus)")) {
                return true;
              }

              const box = here.getBoundingClientRect();
              const ring = element => { const style = getComputedStyle(element); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
              return box.width > 0 && box.height > 0 && (ring(here) || (here.closest(".chips") !== null && ring(here.closest(".chips"))));
            }
            """),
        "The focus is not to be seen at " + await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 300)"));
}

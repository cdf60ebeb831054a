namespace OrgPortal.Tests.Support;

/// <summary>A sign-in that stops on its way back.</summary>
internal static class SignInCallback
{
    private const string Path = "/signin-oidc";

    /// <summary>Signs in at Logto and stops before the portal's callback.</summary>
    /// <returns>The address that Logto sends the browser to, with code, state and issuer.</returns>
    public static async Task<Uri> CallbackAsync(this TestBrowser browser, string name, string signIn = "/sign-in?returnUrl=" + PortalFactory.PersonPath)
    {
        var page = await browser.GoAsync(signIn);
        var form = page.Document.QuerySelector("form:has(input[name=password])") ?? throw new InvalidOperationException($"No form to sign in at {page.Url}.");
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Append(KeyValuePair.Create("identifier", name)).Append(KeyValuePair.Create("password", TestBrowser.PasswordOf(name)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Url, form.GetAttribute("action")!)) { Content = new FormUrlEncodedContent(fields) };
        var answer = await browser.SendAsync(request);
        while (answer.Headers.Location is { } location)
        {
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            if (next.AbsolutePath == Path)
            {
                return next;
            }

            answer = await browser.GetOnceAsync(next.AbsoluteUri);
        }

        throw new InvalidOperationException("There was no callback.");
    }
}

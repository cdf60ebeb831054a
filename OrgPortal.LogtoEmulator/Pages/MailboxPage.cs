using System.Globalization;
using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary><c>/mailbox</c>: every message that a real Logto would have sent, newest first; <c>?to=</c> shows those to one address.</summary>
internal sealed partial class MailboxPage(LogtoState state)
{
    private const int Most = 100;

    public Task HandleAsync(HttpContext context)
    {
        var to = context.Request.Query["to"].ToString();
        var messages = state.Read(tables => tables.Mailbox.NewestFirst
            .Where(message => to.Length == 0 || message.To.Equals(to, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .ToArray());
        return Page.WriteAsync(context, new Page("Mailbox", $"""
            <form method="get" action="/mailbox">
              <label for="to">To</label>
              <input id="to" name="to" type="search" value="{to}" placeholder="everybody">
            </form>
            {(messages.Length == 0 ? (Markup)$"<p class=\"muted\">No messages{(to.Length == 0 ? "" : $" to {to}")} yet.</p>" : Markup.None)}
            {messages.Select(Message)}
            """)
        {
            IsWide = true,
        });
    }

    private static Markup Message(MailboxMessage message) => $"""
        <article>
          <h2>{message.Subject}</h2>
          <p class="muted">To {message.To} · {Time(message.SentAt)} · {message.Type}</p>
          <p>{Linked(message.Text)}</p>
          <details>
            <summary>As it would look</summary>
            <iframe title="{message.Subject}" sandbox="allow-popups" srcdoc="{message.Html}"></iframe>
          </details>
        </article>
        """;

    /// <summary>Text whose web addresses can be clicked. Everything else in a message stays text.</summary>
    private static Markup Linked(string text)
    {
        var linked = new Markup(0, 0);
        var at = 0;
        foreach (var match in Address().Matches(text).Cast<Match>())
        {
            linked.AppendFormatted(text[at..match.Index]);
            linked.AppendFormatted((Markup)$"<a href=\"{match.Value}\" rel=\"noreferrer\">{match.Value}</a>");
            at = match.Index + match.Length;
        }

        linked.AppendFormatted(text[at..]);
        return linked;
    }

    private static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://[^\s<>""'()]+")]
    private static partial Regex Address();
}

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Hands values over to an application by a form that sends itself (<c>response_mode=form_post</c>).</summary>
internal static class HandOverPage
{
    public static Page Create(string address, IEnumerable<KeyValuePair<string, string?>> values) => new("Going back", $"""
        <form method="post" action="{address}">
          {values.Select(value => (Markup)$"<input type=\"hidden\" name=\"{value.Key}\" value=\"{value.Value}\">")}
          <button>Continue</button>
        </form>
        """)
    {
        SubmitsItself = true,
    };
}

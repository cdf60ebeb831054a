namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>The one stylesheet of all pages; it stands in each of them.</summary>
internal static class Stylesheet
{
    public static Markup Text { get; } = $$"""
        :root {
          --bg: #f7f7f9; --surface: #fff; --border: #e5e5ea; --control: #8b8d9b; --text: #18191f; --muted: #575a67;
          --accent: #4450d4; --accent-text: #3d48c6; --danger: #bb2531; --danger-bg: #fdeeee; --note-bg: #fdf4df; --note: #6b4400;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --bg: #0e0f12; --surface: #15161a; --border: #292a31; --control: #70727f; --text: #ecedf1; --muted: #a6a8b4;
            --accent: #5a66e6; --accent-text: #aab2ff; --danger: #ff9097; --danger-bg: #331a1d; --note-bg: #2c2312; --note: #e6b65c;
          }
        }
        * { box-sizing: border-box }
        body { margin: 0; padding: 48px 16px 24px; min-height: 100vh; display: flex; flex-direction: column; gap: 24px;
          background: var(--bg); color: var(--text); font: 14px/1.5 system-ui, sans-serif }
        main { width: 100%; margin: 0 auto; padding: 28px; background: var(--surface); border: 1px solid var(--border); border-radius: 10px }
        main.narrow { max-width: 400px } main.wide { max-width: 880px }
        h1 { margin: 0 0 16px; font-size: 20px; line-height: 28px } h2 { margin: 28px 0 8px; font-size: 16px }
        p { margin: 0 0 14px } .muted { color: var(--muted) }
        a { color: var(--accent-text) }
        label, legend { display: block; margin-bottom: 4px; font-weight: 500 }
        input:not([type=hidden]):not([type=checkbox]) { width: 100%; height: 36px; margin-bottom: 16px; padding: 0 10px; font: inherit;
          color: inherit; background: var(--surface); border: 1px solid var(--control); border-radius: 6px }
        fieldset { margin: 0 0 16px; padding: 0; border: 0 } .choice { display: flex; gap: 8px; margin: 6px 0; font-weight: 400 }
        button, .button { display: inline-block; width: 100%; min-height: 36px; padding: 7px 14px; font: inherit; font-weight: 500;
          text-align: center; text-decoration: none; color: #fff; background: var(--accent); border: 1px solid var(--accent);
          border-radius: 6px; cursor: pointer }
        button.second { margin-top: 10px; color: var(--accent-text); background: none; border-color: var(--control) }
        :focus-visible { outline: 2px solid var(--accent-text); outline-offset: 2px }
        .error { padding: 8px 12px; color: var(--danger); background: var(--danger-bg); border-radius: 6px }
        .links { margin-top: 18px } .logo { display: block; max-width: 160px; max-height: 56px; margin-bottom: 16px }
        details { margin-top: 18px } summary { cursor: pointer; color: var(--muted) }
        .scroll { overflow-x: auto } table { width: 100%; border-collapse: collapse } th { color: var(--muted); font-weight: 500 }
        th, td { padding: 8px 12px 8px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--border) }
        code, pre { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
        article { padding: 16px 0; border-top: 1px solid var(--border) } article h2 { margin: 0 0 4px }
        iframe { width: 100%; height: 220px; border: 1px solid var(--border); border-radius: 6px; background: #fff }
        footer { max-width: 880px; margin: auto auto 0; text-align: center }
        footer p { margin: 0; padding: 6px 14px; color: var(--note); background: var(--note-bg); border-radius: 6px }
        footer a { color: inherit }
        """;
}

using System.Text.RegularExpressions;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What the inviter adds to the mail.</summary>
/// <param name="Language">A language of the portal (<c>en</c>, <c>zh-Hans</c>); <see langword="null"/> leaves the mail's language to the tenant.</param>
/// <param name="Note">Plain text of at most <see cref="LongestNote"/> characters, without addresses of the web; <see langword="null"/> for none.</param>
public sealed partial record Letter(string? Language = null, string? Note = null)
{
    /// <summary>How many characters a note may have.</summary>
    public const int LongestNote = InvitationLetter.LongestNote;

    /// <summary>Nothing added.</summary>
    public static Letter None { get; } = new();

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsEmpty => Language is null && Note is null;

    /// <summary>
    /// The same as it may go into a mail. Logto puts variables into its templates as they are, HTML or not: angle brackets become quotation
    /// marks that look like them, and control characters go.
    /// </summary>
    public Letter Clean() => new(
        string.IsNullOrWhiteSpace(Language) ? null : Language,
        string.IsNullOrWhiteSpace(Note) ? null : WithoutMarkup(Note.ReplaceLineEndings("\n")));

    /// <summary>A name as it may go into a mail: cleaned like a note, and where it holds an address of the web, that leads nowhere.</summary>
    public static string Plain(string name) =>
        WithoutMarkup(name.ReplaceLineEndings(" ")) is var plain && !EmailAddress.TryParse(plain, out _) && WebAddress().IsMatch(plain)
            ? plain.Replace("://", " ", StringComparison.Ordinal).Replace('.', ' ')
            : plain;

    /// <summary>What is wrong with it: <c>too_long</c> or <c>link</c> for the note, <c>unknown</c> for the language; nothing when it can be used.</summary>
    internal IEnumerable<FieldFailure> Check()
    {
        if (Note?.Length > LongestNote)
        {
            yield return new FieldFailure("note", "too_long");
        }
        else if (Note is not null && WebAddress().IsMatch(Note))
        {
            // Strangers get this from the deployer's own mail service: it is no place for links of others.
            yield return new FieldFailure("note", "link");
        }

        if (!string.IsNullOrWhiteSpace(Language) && !PortalCultures.All.Any(culture => culture.Name == Language))
        {
            yield return new FieldFailure("language", "unknown");
        }
    }

    private static string WithoutMarkup(string text) => Control().Replace(text, string.Empty).Replace('<', '‹').Replace('>', '›').Trim();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\n\u200C\u200D]]")]
    private static partial Regex Control();

    [GeneratedRegex(@"(https?:|www\.|\b[\p{L}\d-]+\.(com|net|org|io|co|app|dev|xyz|info|biz|cn|ru|top|link|click)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

/// <summary>What a person says of themselves.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="AvatarUrl">An <c>https</c> address of at most 2,048 characters, without a name or password in it; empty for no picture.</param>
public sealed record AccountForm(string Name, string? AvatarUrl = null)
{
    private const int LongestName = 128;
    private const int LongestUrl = 2048;

    /// <summary>The same without the white space around it.</summary>
    internal AccountForm Clean() => new(Name.Trim(), AvatarUrl?.Trim() is { Length: > 0 } url ? url : null);

    /// <summary>Why it cannot be used; <see langword="null"/> when it can.</summary>
    internal Invalid? Refuse()
    {
        var wrong = new List<FieldFailure>();
        if (VisibleText.IsBlank(Name))
        {
            wrong.Add(new FieldFailure("name", "required"));
        }
        else if (Name.Length > LongestName)
        {
            wrong.Add(new FieldFailure("name", "too_long"));
        }
        else if (VisibleText.HoldsInvisible(Name, linesAllowed: false))
        {
            wrong.Add(new FieldFailure("name", "control_characters"));
        }

        if (AvatarUrl?.Length > LongestUrl)
        {
            wrong.Add(new FieldFailure("avatarUrl", "too_long"));
        }
        else if (AvatarUrl is not null && !IsPicture(AvatarUrl))
        {
            wrong.Add(new FieldFailure("avatarUrl", "https_required"));
        }

        return wrong.Count == 0 ? null : new Invalid(wrong);
    }

    // Everybody's browser fetches it: over http it would be blocked or read on the way, and other schemes are no picture on the web.
    private static bool IsPicture(string text) =>
        !text.Any(char.IsWhiteSpace) && !VisibleText.HoldsInvisible(text, linesAllowed: false)
        && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0 && url.UserInfo.Length == 0;
}

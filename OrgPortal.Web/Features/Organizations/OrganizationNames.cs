using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What names and descriptions may hold. Logto takes nearly everything, also blanks and characters that reverse the text around them.</summary>
internal static class OrganizationNames
{
    /// <summary>Logto's limit for names.</summary>
    public const int LongestName = 128;

    /// <summary>Logto's limit for descriptions.</summary>
    public const int LongestDescription = 256;

    /// <summary>A name without the white space around it.</summary>
    public static string Clean(string? text) => text?.Trim() ?? string.Empty;

    /// <summary>A description without the white space around it; none when nothing is left.</summary>
    public static string? CleanOrNone(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>Why the pair cannot be used; <see langword="null"/> when it can.</summary>
    public static Invalid? Refuse(string name, string? description)
    {
        var wrong = new List<FieldFailure>();
        if (VisibleText.IsBlank(name))
        {
            wrong.Add(new FieldFailure("name", "required"));
        }
        else if (name.Length > LongestName)
        {
            wrong.Add(new FieldFailure("name", "too_long"));
        }
        else if (VisibleText.HoldsInvisible(name, linesAllowed: false))
        {
            wrong.Add(new FieldFailure("name", "control_characters"));
        }
        else if (name.Contains('<', StringComparison.Ordinal) || name.Contains('>', StringComparison.Ordinal))
        {
            // Logto puts the name into mails as it is: there it would be markup.
            wrong.Add(new FieldFailure("name", "angle_brackets"));
        }

        if (description?.Length > LongestDescription)
        {
            wrong.Add(new FieldFailure("description", "too_long"));
        }
        else if (description is not null && VisibleText.HoldsInvisible(description, linesAllowed: true))
        {
            wrong.Add(new FieldFailure("description", "control_characters"));
        }

        return wrong.Count == 0 ? null : new Invalid(wrong);
    }
}

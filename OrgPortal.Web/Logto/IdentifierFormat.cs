namespace OrgPortal.Web.Logto;

internal static class IdentifierFormat
{
    private const int MaxLength = 64;

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}

namespace OrgPortal.Web.Logto.Clients;

/// <summary>What a person typed, made safe for Logto's <c>q</c>, where <c>%</c> and <c>_</c> are wildcards and a NUL is an error 500.</summary>
internal static class SearchText
{
    private const int LongestSearch = 128;

    public static string? Clean(string? typed)
    {
        var kept = new string([.. (typed ?? string.Empty).Where(c => c is not '%' and not '_' and not '\\' && !char.IsControl(c)).Take(LongestSearch)]).Trim();
        return kept.Length == 0 ? null : kept;
    }
}

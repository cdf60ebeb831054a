namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>What was wrong with the last attempt, read out by screen readers.</summary>
internal static class Problem
{
    public static Markup Of(string? error) => error is null ? Markup.None : $"<p class=\"error\" role=\"alert\">{error}</p>";
}

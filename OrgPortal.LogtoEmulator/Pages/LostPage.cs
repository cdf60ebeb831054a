namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Shown to a browser that comes to a sign-in page without having been sent there.</summary>
internal static class LostPage
{
    public static Page Create() => new("Nothing to go on with", $"""
        <p>This sign-in is too old, was finished already, or was begun in another browser.</p>
        <p>Go back to the application and start again there.</p>
        """);
}

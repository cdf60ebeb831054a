namespace OrgPortal.Web;

internal static class Program
{
    private static Task<int> Main(string[] args) =>
        args is [AuditCommand.Name, ..] ? AuditCommand.RunAsync(args[1..]) : Hosting.Launcher.RunAsync(args);
}

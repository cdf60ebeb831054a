using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>A command that gets an organization token as a machine.</summary>
internal static class MachineCurl
{
    /// <summary>Stands for the secret: a variable, so that the command can be kept and passed on, and the secret does not come into a shell's history with it.</summary>
    public const string Secret = "$CLIENT_SECRET";

    /// <summary>The command, a line for each argument. Everything else stands in quotation marks, in which a shell finds nothing to do.</summary>
    public static string Of(MachineDetails machine, OrganizationId organization) => string.Join(
        " \\\n  ",
        [
            $"curl {Quoted(machine.TokenEndpoint.AbsoluteUri)}",
            "-d grant_type=client_credentials",
            $"--data-urlencode {Quoted("client_id=" + machine.Machine.ClientId)}",
            $"--data-urlencode \"client_secret={Secret}\"",
            $"--data-urlencode {Quoted("organization_id=" + organization)}",
            .. machine.Permissions.Count == 0 ? Array.Empty<string>() : [$"--data-urlencode {Quoted("scope=" + string.Join(' ', machine.Permissions))}"],
        ]);

    // What begins and ends a quotation is put outside of it.
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

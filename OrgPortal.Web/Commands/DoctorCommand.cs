using System.CommandLine;
using System.Globalization;
using OrgPortal.Web.Features.Doctor;
using static OrgPortal.Web.Hosting.Launcher;

namespace OrgPortal.Web.Commands;

/// <summary>
/// <c>doctor [--json]</c>: looks whether the portal, its store and its Logto fit together, without starting the portal and without changing anything.
/// Exit code 0: nothing failed, though there may be warnings. 1: something failed. 2: the settings do not even allow to look.
/// </summary>
internal static class DoctorCommand
{
    /// <summary>The command, with what it takes.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write the report as JSON." };
        var doctor = new Command("doctor", "Look whether the portal, its store and its Logto fit together. Changes nothing. Exit code 0: nothing failed, 1: something failed, 2: could not look.") { json };
        doctor.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(json), parsed.InvocationConfiguration, cancellation));
        return doctor;
    }

    private static async Task<int> RunAsync(string[] settings, bool asJson, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        // As in logs and in everything else that a console says.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            // The whole portal, never started: what its pages would be told is what is looked at.
            await using var portal = PortalApplication.Create(settings, builder => builder.Logging.ClearProviders());
            var report = await portal.Services.GetRequiredService<Examiner>().RunAsync(progress: null, cancellationToken);
            await streams.Output.WriteLineAsync(asJson
                ? portal.Services.GetRequiredService<ReportJson>().Write(report)
                : portal.Services.GetRequiredService<ReportText>().Write(report, Terminal.TakesColors(streams.Output)));
            return report.Status == CheckStatus.Failure ? 1 : 0;
        }
        catch (OperationCanceledException)
        {
            await streams.Error.WriteLineAsync("Stopped before everything was looked at.");
            return CommandLine.CouldNotRun;
        }
        catch (Exception exception) when (Sentences(exception) is { Count: > 0 } sentences)
        {
            await streams.Error.WriteLineAsync("The settings have to be corrected first:");
            foreach (var sentence in sentences)
            {
                await streams.Error.WriteLineAsync("  - " + sentence);
            }

            return CommandLine.CouldNotRun;
        }
    }
}

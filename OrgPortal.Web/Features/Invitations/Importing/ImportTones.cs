using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>The colours of imports.</summary>
internal static class ImportTones
{
    public static Tone Of(ImportSummary import) => import.State switch
    {
        ImportState.Running => Tone.Accent,
        ImportState.Paused => Tone.Warning,
        ImportState.Done => Tone.Success,
        ImportState.Stopped => Tone.Danger,
        _ => Tone.Neutral,
    };

    public static Tone Of(ImportRowState state) => state switch
    {
        ImportRowState.Sent => Tone.Success,
        ImportRowState.NotMailed or ImportRowState.Failed => Tone.Danger,
        ImportRowState.Pending or ImportRowState.Sending => Tone.Accent,
        _ => Tone.Neutral,
    };
}

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>States and acts, as they stand in the store: for good.</summary>
internal static class ImportWords
{
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Done = "done";
    public const string Cancelled = "cancelled";
    public const string Stopped = "stopped";

    public const string Pending = "pending";
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string NotMailed = "not_mailed";
    public const string AlreadyMember = "already_member";
    public const string AlreadyInvited = "already_invited";
    public const string Failed = "failed";

    public const string Invite = "invite";
    public const string Renew = "renew";
    public const string Resend = "resend";

    public static ImportState StateOf(string word) => word switch
    {
        Paused => ImportState.Paused,
        Done => ImportState.Done,
        Cancelled => ImportState.Cancelled,
        Stopped => ImportState.Stopped,
        _ => ImportState.Running,
    };

    public static ImportRowState RowStateOf(string word) => word switch
    {
        Sending => ImportRowState.Sending,
        Sent => ImportRowState.Sent,
        NotMailed => ImportRowState.NotMailed,
        AlreadyMember => ImportRowState.AlreadyMember,
        AlreadyInvited => ImportRowState.AlreadyInvited,
        Failed => ImportRowState.Failed,
        _ => ImportRowState.Pending,
    };

    public static string Of(ImportRowState state) => state switch
    {
        ImportRowState.Sending => Sending,
        ImportRowState.Sent => Sent,
        ImportRowState.NotMailed => NotMailed,
        ImportRowState.AlreadyMember => AlreadyMember,
        ImportRowState.AlreadyInvited => AlreadyInvited,
        ImportRowState.Failed => Failed,
        _ => Pending,
    };

    public static string Of(AddressOutcomeKind kind) => kind switch
    {
        AddressOutcomeKind.Sent => Sent,
        AddressOutcomeKind.MailNotSent => NotMailed,
        AddressOutcomeKind.AlreadyMember => AlreadyMember,
        AddressOutcomeKind.AlreadyInvited => AlreadyInvited,
        _ => Failed,
    };
}

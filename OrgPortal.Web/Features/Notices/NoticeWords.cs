using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Notices;

namespace OrgPortal.Web.Features.Notices;

/// <summary>Notices in words, in the reader's language.</summary>
internal sealed partial class NoticeWords(IStringLocalizer<NoticesText> texts, PermissionTexts permissions, TimeWords times)
{
    /// <summary>The sentence in parts: words of ours, and names (of people, organizations and addresses), which are shown apart from their direction.</summary>
    /// <param name="row">What is told.</param>
    /// <param name="zone">The reader's time zone.</param>
    public IReadOnlyList<(string Text, bool IsName)> PartsOf(NoticeRow row, TimeZoneInfo zone)
    {
        var template = TemplateOf(row);
        var parts = new List<(string, bool)>();
        var start = 0;
        foreach (Match match in Placeholder().Matches(template))
        {
            parts.Add((template[start..match.Index], false));
            parts.Add(ValueOf(match.Groups[1].Value, row, zone));
            start = match.Index + match.Length;
        }

        parts.Add((template[start..], false));
        return [.. parts.Where(part => part.Item1.Length > 0)];
    }

    /// <summary>The drawing of a kind.</summary>
    public static IconName IconOf(string kind) => kind switch
    {
        NoticeKinds.InvitationAccepted or NoticeKinds.MemberJoined or NoticeKinds.RequestApproved => IconName.Check,
        NoticeKinds.InvitationDeclined or NoticeKinds.RequestDeclined => IconName.Cross,
        NoticeKinds.DomainVerified or NoticeKinds.DomainLapsing or NoticeKinds.DomainLapsed => IconName.Globe,
        NoticeKinds.InvitationAsked => IconName.Mail,
        NoticeKinds.RequestMade => IconName.Person,
        NoticeKinds.MembershipEnding or NoticeKinds.MembershipEnded => IconName.Clock,
        NoticeKinds.MembershipNotEnded or NoticeKinds.ImportStopped => IconName.Alert,
        NoticeKinds.ImportFinished => IconName.Upload,
        NoticeKinds.PermissionAsked or NoticeKinds.MachineSecretEnding => IconName.Key,
        NoticeKinds.SecondFactorAsked or NoticeKinds.SecondFactorDue or NoticeKinds.SecondFactorRequired => IconName.Shield,
        NoticeKinds.SecondFactorNotRequired or NoticeKinds.SecondFactorLifted => IconName.Alert,
        NoticeKinds.WebhookFailing or NoticeKinds.WebhookGone => IconName.Webhook,
        NoticeKinds.OperatorEntered => IconName.Shield,
        NoticeKinds.OrganizationDeleted => IconName.Trash,
        NoticeKinds.OrganizationRestored => IconName.Undo,
        _ => IconName.Info,
    };

    // A kind that a newer version wrote is told of without saying what it is.
    private string TemplateOf(NoticeRow row) =>
        (row.IsAboutMe ? Find($"kind.{row.Kind}.own") : null) ?? Find($"kind.{row.Kind}") ?? texts["kind.unknown"];

    private (string Text, bool IsName) ValueOf(string name, NoticeRow row, TimeZoneInfo zone) => name switch
    {
        "person" => (row.Facts.PersonName ?? row.Facts.Address ?? texts["Somebody"], true),
        "address" => (row.Facts.Address ?? row.Facts.PersonName ?? texts["Somebody"], true),
        "organization" => (row.OrganizationName ?? row.Organization.Value, true),
        "permission" => (row.Facts.Permission is { } key ? permissions.NameOf(new PermissionKey(key)) : "?", false),
        "date" => (row.Facts.Date is { } date ? times.Date(date, zone) : "?", false),
        "reason" => (row.Facts.Reason ?? "?", true),
        "done" => ((row.Facts.Done ?? 0).ToString("N0", CultureInfo.CurrentCulture), false),
        "total" => ((row.Facts.Total ?? 0).ToString("N0", CultureInfo.CurrentCulture), false),
        _ => (string.Empty, false),
    };

    private string? Find(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

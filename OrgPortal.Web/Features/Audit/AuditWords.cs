using System.Text.Json;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Records in words. A word that an older or newer version wrote is shown as it stands.</summary>
internal sealed class AuditWords(IStringLocalizer<AuditText> texts, FailureTexts failures, PermissionTexts permissions, PortalBrand brand)
{
    /// <summary>The kind of a line that went.</summary>
    public const string Before = "Before";

    /// <summary>The kind of a line that came.</summary>
    public const string After = "After";

    /// <summary>The acts that an organization's log can hold, in words, by word.</summary>
    public IReadOnlyList<Choice<string>> Actions =>
    [
        .. new[]
        {
            AuditActions.Denied, AuditActions.CreateOrganization, AuditActions.UpdateOrganization, AuditActions.BrandOrganization, AuditActions.DeleteOrganization, AuditActions.RestoreOrganization, AuditActions.RemoveOrganization, AuditActions.ChangeMemberRoles, AuditActions.RemoveMember,
            AuditActions.LeaveOrganization, AuditActions.CreateInvitation, AuditActions.ResendInvitation, AuditActions.CopyInvitationLink, AuditActions.RenewInvitation, AuditActions.RevokeInvitation,
            AuditActions.StartImport, AuditActions.PauseImport, AuditActions.ResumeImport, AuditActions.CancelImport, AuditActions.EndImport,
            AuditActions.AcceptInvitation, AuditActions.DeclineInvitation, AuditActions.DeleteInvitation, AuditActions.HandOver, AuditActions.AskForPermission,
            AuditActions.SignUpByInvitation, AuditActions.AskForInvitation, AuditActions.CreateJoinLink, AuditActions.SwitchJoinLink, AuditActions.ReplaceJoinLink, AuditActions.DeleteJoinLink, AuditActions.UseJoinLink,
            AuditActions.AddDomain, AuditActions.VerifyDomain, AuditActions.ChangeDomainEnrolment, AuditActions.RemoveDomain, AuditActions.LapseDomain,
            AuditActions.CreateMachine, AuditActions.ChangeMachine, AuditActions.SwitchMachine, AuditActions.DeleteMachine, AuditActions.CreateMachineSecret, AuditActions.DeleteMachineSecret,
            AuditActions.StartConnection, AuditActions.ConfigureConnection, AuditActions.ChangeConnectionDomains, AuditActions.TestConnection, AuditActions.ActivateConnection, AuditActions.DeactivateConnection, AuditActions.DeleteConnection,
            AuditActions.RequireSecondFactor, AuditActions.CallOffSecondFactor, AuditActions.LiftSecondFactor, AuditActions.EnforceSecondFactor, AuditActions.CountSecondFactors, AuditActions.RemindOfSecondFactor,
            AuditActions.AskToJoin, AuditActions.WithdrawRequest, AuditActions.ApproveRequest, AuditActions.DeclineRequest,
            AuditActions.EnterAsOperator, AuditActions.LeaveAsOperator,
            AuditActions.Export, AuditActions.ReinstateMember, AuditActions.SetMembershipTerm, AuditActions.EndMembership, AuditActions.ExportMembers, AuditActions.RestoreInvitation, AuditActions.TakeOverInvitation,
            AuditActions.JoinInLogto, AuditActions.LeaveInLogto, AuditActions.ChangeJoinLink,
            AuditActions.CreateWebhook, AuditActions.ChangeWebhook, AuditActions.SwitchWebhook, AuditActions.StopWebhook, AuditActions.DeleteWebhook, AuditActions.RotateWebhookSecret, AuditActions.TestWebhook, AuditActions.ReplayWebhook,
        }.Select(action => new Choice<string>(action, ActionOf(action))),
    ];

    /// <summary>The outcomes, in words.</summary>
    public IReadOnlyList<Choice<string>> Outcomes =>
        [.. new[] { AuditOutcomes.Done, AuditOutcomes.Failed, AuditOutcomes.Denied, AuditOutcomes.Begun }.Select(outcome => new Choice<string>(outcome, OutcomeOf(outcome)))];

    /// <summary>What was done or tried.</summary>
    public string ActionOf(string action) => Find($"action.{action}") ?? action;

    /// <summary>How it ended.</summary>
    public string OutcomeOf(string outcome) => Find($"outcome.{outcome}") ?? outcome;

    /// <summary>The colour of an outcome.</summary>
    public static Tone ToneOf(string outcome) => outcome switch
    {
        AuditOutcomes.Failed => Tone.Warning,
        AuditOutcomes.Denied => Tone.Danger,
        AuditOutcomes.Begun => Tone.Accent,
        _ => Tone.Neutral,
    };

    /// <summary>Why it was not done; nothing for what was.</summary>
    public string? ReasonOf(AuditRow row) => row.Reason switch
    {
        null => row.Outcome == AuditOutcomes.Begun ? texts["NoOutcome"].Value : null,
        "forbidden" => texts["ReasonForbidden"].Value,
        var code => failures.Describe(new Refused(code)),
    };

    /// <summary>Who.</summary>
    public string ActorOf(AuditRow row) => row.ActorName ?? row.ActorId ?? (row.Action is AuditActions.JoinInLogto or AuditActions.LeaveInLogto ? texts["InLogto"].Value : brand.Name);

    /// <summary>On what.</summary>
    public string TargetOf(AuditRow row) => row.TargetKind == "permission" && row.TargetName is { } key
        ? permissions.NameOf(new PermissionKey(key))
        : row.TargetName ?? row.TargetId ?? Find($"kind.{row.TargetKind}") ?? row.TargetKind;

    /// <summary>What the act changed, line by line: what went, what came, and what stayed as it was (of no kind).</summary>
    public IReadOnlyList<(string? Kind, string Line)> ChangeOf(AuditRow row)
    {
        var (before, after) = (LinesOf(row.Before), LinesOf(row.After));
        return
        [
            .. before.Except(after, StringComparer.Ordinal).Select(line => ((string?)Before, line)),
            .. after.Except(before, StringComparer.Ordinal).Select(line => ((string?)After, line)),
            .. before.Intersect(after, StringComparer.Ordinal).Select(line => ((string?)null, line)),
        ];
    }

    private IReadOnlyList<string> LinesOf(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).Select(field => $"{Find($"field.{field.Name}") ?? field.Name}: {ValueOf(field.Value)}")]
                : [json];
        }
        catch (JsonException)
        {
            // Somebody changed the store by hand: what stands there is shown as it is.
            return [json];
        }
    }

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(ValueOf)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private string? Find(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;
}

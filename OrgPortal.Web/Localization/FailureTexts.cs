using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Localization;

/// <summary>The only place where a failure becomes words. A code without words of its own still gets a sentence.</summary>
internal sealed class FailureTexts(IStringLocalizer<FailureText> texts, PermissionTexts permissions)
{
    /// <summary>What happened and what to do, in a sentence or two.</summary>
    public string Describe(Failure failure) => failure switch
    {
        Forbidden forbidden => permissions.ReasonFor(new PermissionKey(forbidden.Permission)),
        Refused { Subject: { } subject } refused when Find($"{refused.Code}_named", subject) is { } named => named,
        LimitReached limit => $"{Find(limit.Code) ?? texts["limit_reached"]}{Retry(limit.RetryAfter)}",
        Unavailable { RetryAfter: { } after } => $"{texts["unavailable_until"]}{Retry(after)}",
        Invalid { Fields: [var only] } => OfField(only.Reason),
        _ => Find(failure.Code) ?? texts["unknown"],
    };

    /// <summary>What is wrong with one field of an <see cref="Invalid"/> input; <see langword="null"/> when nothing is.</summary>
    public string? ForField(Failure? failure, string field) =>
        failure is Invalid invalid && invalid.Fields.FirstOrDefault(wrong => wrong.Field == field) is { } found ? OfField(found.Reason) : null;

    private string OfField(string reason) => Find($"field_{reason}") ?? Find(reason) ?? texts["field_invalid"];

    private string Retry(TimeSpan? after) => after switch
    {
        null => string.Empty,
        { TotalSeconds: <= 90 } soon => " " + texts["retry_seconds", Math.Max(1, (int)Math.Ceiling(soon.TotalSeconds))],
        { TotalDays: > 2 } days => " " + texts["retry_days", (int)Math.Ceiling(days.TotalDays)],
        { TotalMinutes: <= 90 } later => " " + texts["retry_minutes", (int)Math.Ceiling(later.TotalMinutes)],
        { } muchLater => " " + texts["retry_hours", (int)Math.Ceiling(muchLater.TotalHours)],
    };

    private string? Find(string key, params object[] arguments) => texts[key, arguments] is { ResourceNotFound: false } found ? found.Value : null;
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Whether a form can be used at all.</summary>
internal sealed class WebhookCheck(WebhookAddress addresses)
{
    /// <summary>The address that the form means; or everything that is wrong with it. Looks a host up.</summary>
    public async Task<Result<Uri>> ReadAsync(WebhookForm form)
    {
        var url = await addresses.CheckAsync(form.Url);
        FieldFailure[] wrong = [.. url.Failure is Invalid invalid ? invalid.Fields : [], .. Description(form), .. EventTypes(form)];
        return wrong.Length > 0 ? new Invalid(wrong) : url;
    }

    /// <summary>The description; nothing for none.</summary>
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The events in the order of the list.</summary>
    public static IReadOnlyList<string> Ordered(IReadOnlyList<string> events) => [.. WebhookEventTypes.All.Select(type => type.Name).Where(events.Contains)];

    private static IEnumerable<FieldFailure> Description(WebhookForm form)
    {
        if (Trimmed(form.Description) is not { } description)
        {
            yield break;
        }

        if (description.Length > WebhookForm.MaxDescriptionLength)
        {
            yield return new FieldFailure("description", "too_long");
        }
        else if (VisibleText.HoldsInvisible(description, linesAllowed: false))
        {
            yield return new FieldFailure("description", "control_characters");
        }
    }

    private static IEnumerable<FieldFailure> EventTypes(WebhookForm form)
    {
        if (form.EventTypes.Count == 0)
        {
            yield return new FieldFailure("eventTypes", "required");
        }
        else if (!form.EventTypes.All(WebhookEventTypes.IsKnown))
        {
            yield return new FieldFailure("eventTypes", "unknown");
        }
    }
}

using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Whether a form can be used at all.</summary>
internal static class JoinLinkCheck
{
    public static Invalid? Refuse(JoinLinkForm form)
    {
        var name = form.Name?.Trim() ?? string.Empty;
        var longest = form.Domains.Count == 0 ? JoinLinkForm.LongestForAnybody : JoinLinkForm.LongestForDomains;
        FieldFailure?[] failures =
        [
            name.Length == 0 ? new FieldFailure("name", "required") : null,
            name.Length > JoinLinkForm.MaxNameLength ? new FieldFailure("name", "too_long") : null,
            name.Any(char.IsControl) ? new FieldFailure("name", "control_characters") : null,
            form.Roles.Count == 0 ? new FieldFailure("roles", "required") : null,
            form.Domains.Count > JoinLinkForm.MostDomains ? new FieldFailure("domains", "too_many") : null,
            form.Domains.Any(domain => !AllowedDomain.TryParse(domain, out _)) ? new FieldFailure("domains", "domain") : null,
            form.ExpiresInDays < 1 || form.ExpiresInDays > longest ? new FieldFailure("expiresInDays", "out_of_range") : null,
            form.MaxUses is < 1 or > JoinLinkForm.MostUses ? new FieldFailure("maxUses", "out_of_range") : null,
        ];
        return failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
    }
}

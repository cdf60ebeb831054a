using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Whether a form can be used at all.</summary>
internal static class JoinLinkCheck
{
    public static Invalid? Refuse(JoinLinkForm form) => Refuse(form.Name, form.Roles, form.Domains, form.ExpiresInDays, form.MaxUses);

    /// <summary>Whether a change can be made at all; an end that stays is looked at by whoever knows it.</summary>
    public static Invalid? Refuse(JoinLinkEdit edit) => Refuse(edit.Name, edit.Roles, edit.Domains, edit.ExpiresInDays ?? 1, edit.MaxUses);

    private static Invalid? Refuse(string? text, IReadOnlyList<OrganizationRoleId> roles, IReadOnlyList<string> domains, int days, int? most)
    {
        var name = text?.Trim() ?? string.Empty;
        var longest = domains.Count == 0 ? JoinLinkForm.LongestForAnybody : JoinLinkForm.LongestForDomains;
        FieldFailure?[] failures =
        [
            name.Length == 0 ? new FieldFailure("name", "required") : null,
            name.Length > JoinLinkForm.MaxNameLength ? new FieldFailure("name", "too_long") : null,
            name.Any(char.IsControl) ? new FieldFailure("name", "control_characters") : null,
            roles.Count == 0 ? new FieldFailure("roles", "required") : null,
            domains.Count > JoinLinkForm.MostDomains ? new FieldFailure("domains", "too_many") : null,
            domains.Any(domain => !AllowedDomain.TryParse(domain, out _)) ? new FieldFailure("domains", "domain") : null,
            days < 1 || days > longest ? new FieldFailure("expiresInDays", "out_of_range") : null,
            most is < 1 or > JoinLinkForm.MostUses ? new FieldFailure("maxUses", "out_of_range") : null,
        ];
        return failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
    }
}

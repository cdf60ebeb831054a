using Microsoft.Extensions.Options;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Whether a form can be used at all.</summary>
internal sealed class MachineCheck(IOptions<MachineOptions> options, TimeProvider time)
{
    private const string Name = "name";

    public static Invalid? Refuse(MachineForm form) => Gather(Of(form));

    public Invalid? Refuse(SecretForm secret) => Gather(Of(secret, Name));

    public Invalid? Refuse(MachineForm form, SecretForm secret) => Gather([.. Of(form), .. Of(secret, "secretName")]);

    /// <summary>When a secret made now ends.</summary>
    public DateTimeOffset EndOf(SecretForm secret) => time.GetUtcNow().AddDays(secret.ExpiresInDays ?? Math.Min(SecretForm.UsualDays, options.Value.LongestSecretDays));

    private static FieldFailure?[] Of(MachineForm form) =>
    [
        Named(Name, form.Name, MachineForm.MaxNameLength),
        string.IsNullOrWhiteSpace(form.Description) ? null : Text("description", form.Description.Trim(), MachineForm.MaxDescriptionLength),
        form.Roles.Count switch
        {
            0 => new FieldFailure("roles", "required"),
            > MachineForm.MostRoles => new FieldFailure("roles", "too_many"),
            _ => null,
        },
    ];

    private FieldFailure?[] Of(SecretForm secret, string name) =>
    [
        string.IsNullOrWhiteSpace(secret.Name) ? null : Named(name, secret.Name, SecretForm.MaxNameLength) ?? (IsNoPart(secret.Name.Trim()) ? new FieldFailure(name, "secret_name") : null),
        secret.ExpiresInDays < 1 || secret.ExpiresInDays > options.Value.LongestSecretDays ? new FieldFailure("expiresInDays", "out_of_range") : null,
    ];

    // The name is part of an address, where these would lead elsewhere.
    private static bool IsNoPart(string name) => name.AsSpan().IndexOfAny("/\\?#%") >= 0 || name.All(letter => letter == '.');

    private static FieldFailure? Named(string field, string? text, int longest)
    {
        var name = text?.Trim() ?? string.Empty;
        return name.Length == 0 || VisibleText.IsBlank(name) ? new FieldFailure(field, "required") : Text(field, name, longest);
    }

    private static FieldFailure? Text(string field, string text, int longest) =>
        text.Length > longest ? new FieldFailure(field, "too_long")
        : VisibleText.HoldsInvisible(text, linesAllowed: false) ? new FieldFailure(field, "control_characters")
        : null;

    private static Invalid? Gather(IEnumerable<FieldFailure?> failures) => failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
}

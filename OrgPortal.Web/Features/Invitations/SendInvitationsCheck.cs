using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Whether a form can be used at all. What is wrong with one address is that address's outcome.</summary>
internal static class SendInvitationsCheck
{
    private const int LongestText = 1_024;

    public static Invalid? Refuse(SendInvitationsForm form)
    {
        FieldFailure?[] failures =
        [
            form.Addresses.All(string.IsNullOrWhiteSpace) ? new FieldFailure("addresses", "required") : null,
            form.Addresses.Count > SendInvitationsForm.MaxAddresses ? new FieldFailure("addresses", "too_many") : null,
            form.Addresses.Any(text => text?.Length > LongestText) ? new FieldFailure("addresses", "too_long") : null,
            form.Roles.Count == 0 ? new FieldFailure("roles", "required") : null,
            form.ExpiresInDays is < 1 or > InvitationOptions.LongestExpiryInDays ? new FieldFailure("expiresInDays", "out_of_range") : null,
            .. (form.Letter ?? Letter.None).Check(),
        ];
        return failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
    }
}

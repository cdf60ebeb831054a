using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What a person is asked before an act that cannot be taken back with a click. The consequences stand before the button.</summary>
internal sealed class MemberQuestions(IFeedback feedback, MemberWords words, IStringLocalizer<MembersText> texts)
{
    /// <summary>Asks before somebody becomes an administrator, and before a person gives up permissions of their own; agrees to everything else.</summary>
    public async Task<bool> AgreeToRolesAsync(string organization, MemberRow row, IReadOnlyList<OrganizationRoleId> wanted, IReadOnlyList<GrantableRole> known)
    {
        var before = RolePowers.Of(row.Roles.Select(role => role.Id), known);
        var after = RolePowers.Of(wanted, known);
        if (row.IsMe && before.Except(after).ToList() is { Count: > 0 } lost)
        {
            return await feedback.ConfirmAsync(new Confirmation(texts["AskOwnTitle"], texts["AskOwnVerb"])
            {
                Text = texts["AskOwnText"],
                Consequences = words.Describe(lost),
                Danger = true,
            });
        }

        if (RolePowers.MakeAdministrator(before) || !RolePowers.MakeAdministrator(after))
        {
            return true;
        }

        var roles = words.Join(known.Where(role => wanted.Contains(role.Role.Id)).Select(role => role.Role.Name));
        return await feedback.ConfirmAsync(new Confirmation(texts["AskAdministratorTitle", row.DisplayName, organization], texts["AskAdministratorVerb"])
        {
            Text = texts["AskAdministratorText", roles],
            Consequences = words.Describe(after),
        });
    }

    /// <summary>Asks before somebody is removed, and what is to become of the invitations they have sent.</summary>
    /// <param name="organization">What the organization is called.</param>
    /// <param name="row">Who.</param>
    /// <param name="terms">What it takes away, as Logto has it now.</param>
    /// <param name="invitations">How many open invitations they have sent; <see langword="null"/> when the person may not know.</param>
    /// <returns>What becomes of the invitations; <see langword="null"/> when the person thought better of it.</returns>
    public async Task<SentInvitationsFate?> AgreeToRemovalAsync(string organization, MemberRow row, RemovalTerms terms, int? invitations)
    {
        var loss = DescribeLoss("AskRemoveRoles", [.. terms.Roles.Select(role => role.Name)], terms.Powers);
        string? sent = invitations switch
        {
            null => texts["AskRemoveInvitationsUnknown"].Value,
            0 => null,
            1 => texts["AskRemoveInvitations1"].Value,
            var many => texts["AskRemoveInvitations", many].Value,
        };
        var agreed = await feedback.ChooseAsync(new Confirmation(texts["AskRemoveTitle", row.DisplayName, organization], texts["AskRemoveVerb"])
        {
            Text = row.Name is null ? null : row.EmailAddress,
            Consequences = [loss ?? texts["AskRemoveNoPowers"], .. sent is null ? (string[])[] : [sent], texts["AskRemoveTokens"], texts["AskRemoveAccount"]],
            Options = invitations > 0 ? InvitationFates : [],
            OptionsLabel = texts["AskRemoveInvitationsLabel"],
            Danger = true,
        });
        return agreed is null ? null : Enum.TryParse<SentInvitationsFate>(agreed, out var fate) ? fate : SentInvitationsFate.Leave;
    }

    /// <summary>What can become of invitations that somebody has sent, the usual first.</summary>
    public IReadOnlyList<Choice<string>> InvitationFates =>
    [
        new Choice<string>(nameof(SentInvitationsFate.TakeOver), texts["InvitationsTakeOver"], texts["InvitationsTakeOverText"]),
        new Choice<string>(nameof(SentInvitationsFate.Revoke), texts["InvitationsRevoke"], texts["InvitationsRevokeText"]),
    ];

    /// <summary>Asks before the person leaves, who has these roles and may do this.</summary>
    public Task<bool> AgreeToLeavingAsync(string organization, IReadOnlyList<string> roles, IEnumerable<PermissionKey> powers)
    {
        var loss = DescribeLoss("AskLeaveRoles", roles, [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(powers.Contains)]);
        return feedback.ConfirmAsync(new Confirmation(texts["AskLeaveTitle", organization], texts["AskLeaveVerb", organization])
        {
            Consequences = [texts["AskLeaveAccess"], .. loss is null ? (string[])[] : [loss], texts["AskLeaveAccount"]],
            Danger = true,
        });
    }

    private string? DescribeLoss(string key, IReadOnlyList<string> roles, IReadOnlyList<PermissionKey> powers) =>
        roles.Count == 0 || powers.Count == 0 ? null : texts[key, words.Join(roles), words.DescribeTogether(powers)].Value;
}

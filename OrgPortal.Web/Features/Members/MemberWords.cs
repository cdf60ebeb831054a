using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What people, roles and refusals are called on the pages of People.</summary>
internal sealed class MemberWords(IStringLocalizer<MembersText> texts, PermissionTexts permissions, FailureTexts failures)
{
    /// <summary>A member's roles in a few letters: the first, and how many more.</summary>
    public string ShortRolesOf(MemberRow row) => row.Roles switch
    {
        [] => texts["NoRole"],
        [var only] => only.Name,
        [var first, ..] => texts["RoleAndMore", first.Name, row.Roles.Count - 1],
    };

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public string Join(IEnumerable<string> names) => names.ToList() switch
    {
        [] => string.Empty,
        [var only] => only,
        [.. var others, var last] => texts["ListLast", string.Join(texts["ListSeparator"], others), last],
    };

    /// <summary>Permissions in words.</summary>
    public IReadOnlyList<string> Describe(IEnumerable<PermissionKey> powers) => [.. powers.Select(permissions.NameOf)];

    /// <summary>Permissions in words, within a sentence: "see people and invite people".</summary>
    public string DescribeTogether(IEnumerable<PermissionKey> powers) => Join(Describe(powers).Select(power => char.ToLower(power[0], CultureInfo.CurrentCulture) + power[1..]));

    /// <summary>A reason in words; nothing for none.</summary>
    public string? Describe(MemberLock? reason) => Describe(reason?.ToFailure());

    /// <inheritdoc cref="Describe(MemberLock?)" />
    public string? Describe(Failure? reason) => reason is null ? null : failures.Describe(reason);

    /// <summary>The roles to choose one from, each with what it means, and why it cannot be given to this member.</summary>
    public IReadOnlyList<Choice<OrganizationRoleId>> ChoicesFor(MemberRow row, IReadOnlyList<GrantableRole> roles) =>
        [.. roles.Select(role => Choice(role, LockOf(role, row.IsLastAdministrator && !role.IsAdministrator)))];

    /// <summary>The roles to choose several from, with those ticked so far.</summary>
    public IReadOnlyList<Choice<OrganizationRoleId>> ChoicesFor(MemberRow row, IReadOnlyList<GrantableRole> roles, IReadOnlySet<OrganizationRoleId> ticked)
    {
        var administrators = roles.Where(role => role.IsAdministrator && ticked.Contains(role.Role.Id)).ToList();
        var needed = row.IsLastAdministrator && administrators is [var only] ? only : null;
        return [.. roles.Select(role => Choice(role, LockOf(role, role == needed)))];
    }

    /// <summary>The roles to choose from for somebody who is no member yet.</summary>
    public IReadOnlyList<Choice<OrganizationRoleId>> ChoicesFor(IReadOnlyList<GrantableRole> roles) => [.. roles.Select(role => Choice(role, LockOf(role, losesTheLast: false)))];

    /// <summary>What a role means: what whoever made it says, else what it allows.</summary>
    public string Explain(string? description, IReadOnlyList<PermissionKey> carried)
    {
        if (description is { Length: > 0 })
        {
            return description;
        }

        var powers = DescribeTogether(carried);
        return powers.Length == 0 ? texts["RoleGrantsNothing"] : Sentence.Of(powers);
    }

    /// <summary>What a second factor is called; as Logto calls it when it is a new one.</summary>
    public string NameOf(SecondFactor factor) => texts[$"Factor.{factor.Type}"] is { ResourceNotFound: false } known ? known.Value : factor.Type;

    /// <summary>What a member is now, after a change of roles.</summary>
    public string TellRoles(MemberRow row) => row.Roles.Count == 0 ? texts["RoleChangedToNone", row.DisplayName] : texts["RoleChanged", row.DisplayName, Join(row.Roles.Select(role => role.Name))];

    private string? LockOf(GrantableRole role, bool losesTheLast) =>
        !role.CanGrant ? failures.Describe(new Refused(RefusalReasons.AboveOwnPermissions, role.Role.Name))
        : losesTheLast ? failures.Describe(new Refused(RefusalReasons.LastAdministrator))
        : null;

    private Choice<OrganizationRoleId> Choice(GrantableRole role, string? locked) => new(role.Role.Id, role.Role.Name, Explain(role.Role.Description, role.Permissions), locked);
}

using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a link is to be like from now on. Its address stays, so it cannot come to give more than when it was handed out.</summary>
/// <param name="Name">What to call it: 1 to <see cref="JoinLinkForm.MaxNameLength"/> characters.</param>
/// <param name="Roles">Which of its roles it still gives, at least one.</param>
/// <param name="Domains">Whose addresses may use it, as typed; none for anybody who has the link.</param>
/// <param name="ExpiresInDays">When it ends, counted from now, as for a new one; <see langword="null"/> leaves the end where it is.</param>
/// <param name="MaxUses">How many people may join with it, no fewer than have; <see langword="null"/> for any number.</param>
public sealed record JoinLinkEdit(
    string Name,
    IReadOnlyList<OrganizationRoleId> Roles,
    IReadOnlyList<string> Domains,
    int? ExpiresInDays = null,
    int? MaxUses = null);

using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Removing people, as every page does it: what it means is read and asked first, and for ten seconds it can be taken back.</summary>
internal sealed class RemovalFlow(
    IMemberService members, IFormerMemberService former, ISentInvitations invitations, MemberQuestions questions, MemberWords words, IFeedback feedback, IStringLocalizer<MembersText> texts)
{
    /// <summary>Reads what it would take away and asks.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="organizationName">What it is called.</param>
    /// <param name="row">Who.</param>
    /// <param name="mayInvite">Whether the person who removes may see and end invitations.</param>
    /// <returns>What becomes of their invitations; nothing when the person thought better of it; why it cannot be.</returns>
    public async Task<Result<SentInvitationsFate?>> AskAsync(OrganizationId organization, string organizationName, MemberRow row, bool mayInvite)
    {
        var counting = mayInvite ? invitations.CountOpenAsync(organization, row.Id) : Task.FromResult<Result<int>>(new Unavailable());
        var terms = await members.GetRemovalTermsAsync(organization, row.Id);
        var sent = await counting;
        if (terms.IsFailure)
        {
            return terms.Failure;
        }

        return terms.Value.Lock is { } locked
            ? locked.ToFailure()
            : Result.Of(await questions.AgreeToRemovalAsync(organizationName, row, terms.Value, sent.IsFailure ? null : sent.Value));
    }

    /// <summary>Says that it was done, with Undo.</summary>
    public void Tell(OrganizationId organization, string organizationName, MemberRow row, MemberRemoval removal) => feedback.Succeeded(
        removal.InvitationsLeft > 0 ? texts["RemovedInvitationsLeft", row.DisplayName, organizationName, removal.InvitationsLeft] : texts["Removed", row.DisplayName, organizationName],
        () => UndoAsync(organization, row.Id, removal));

    /// <summary>Gives somebody back what they had, and says so or why not.</summary>
    public Task ReinstateAsync(OrganizationId organization, UserId member) => UndoAsync(organization, member, new MemberRemoval());

    /// <summary>Who is no member again gets no invitations back either: nobody would vouch for them. What stays undone of the rest is said.</summary>
    private async Task UndoAsync(OrganizationId organization, UserId member, MemberRemoval removal)
    {
        var done = await former.ReinstateAsync(organization, member);
        if (done.IsFailure)
        {
            feedback.Failed(done.Failure);
            return;
        }

        var left = await invitations.RestoreAsync(organization, removal.Revoked);
        feedback.Succeeded(done.Value switch
        {
            _ when left > 0 => texts["ReinstatedInvitationsLeft", done.Value.Name, left],
            { MissingRoles: { Count: > 0 } missing } => texts["ReinstatedMissing", done.Value.Name, words.Join(missing)],
            { Roles: { Count: > 0 } roles } => texts["ReinstatedAs", done.Value.Name, words.Join(roles)],
            _ => texts["Reinstated", done.Value.Name],
        });
    }
}

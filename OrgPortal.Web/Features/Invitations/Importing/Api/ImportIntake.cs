using System.Text.Json;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>What the import page does together with a person, for a program: every row is judged, and nothing starts while one has to be corrected.</summary>
internal sealed class ImportIntake(IInvitationImportService service)
{
    /// <summary>What is to be imported.</summary>
    /// <param name="File">The rows.</param>
    /// <param name="Roles">The roles for rows that name none.</param>
    /// <param name="ExpiresInDays">The end for rows that say none; <see langword="null"/> for what is configured.</param>
    internal sealed record Wish(ImportFile File, IReadOnlyList<OrganizationRoleId> Roles, int? ExpiresInDays);

    /// <summary>Judges every row.</summary>
    public async Task<Result<ImportDraft>> CheckAsync(OrganizationId organization, Wish wish, CancellationToken cancellationToken = default)
    {
        var facts = await service.CheckAsync(organization, [.. wish.File.Lines.Select(line => line.Address)], cancellationToken);
        return facts.IsFailure ? facts.Failure : Refuse(wish, facts.Value) is { } wrong ? wrong : new ImportDraft(wish.File, facts.Value, wish.Roles, wish.ExpiresInDays);
    }

    /// <summary>Starts it; else <see cref="Invalid"/> with what has to be corrected, row by row.</summary>
    public async Task<Result<Guid>> StartAsync(OrganizationId organization, Wish wish)
    {
        var draft = await CheckAsync(organization, wish);
        if (draft.IsFailure)
        {
            return draft.Failure;
        }

        var wrong = draft.Value.Of(ImportGroup.Correct);
        return wrong.Count > 0 ? new Invalid([.. wrong.Select(Describe)]) : await service.StartAsync(organization, draft.Value.ToForm());
    }

    private static FieldFailure Describe(ImportRow row) => new($"rows[{row.Line.Number}]", JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Verdict.ToString()));

    private static Invalid? Refuse(Wish wish, ImportFacts facts)
    {
        FieldFailure?[] failures =
        [
            wish.File.Lines.Count == 0 ? new FieldFailure("rows", "required") : null,
            wish.ExpiresInDays is < 1 or > InvitationOptions.LongestExpiryInDays ? new FieldFailure("expiresInDays", "out_of_range") : null,
            wish.Roles.Any(role => !facts.Roles.Any(known => known.Role.Id == role)) ? new FieldFailure("roleIds", "unknown_role") : null,
        ];
        return failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
    }
}

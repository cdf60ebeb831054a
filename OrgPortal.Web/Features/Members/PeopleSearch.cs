using System.Text;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Finds members for the command palette. An organization whose members fit one page of Logto is read once for each time the palette is open, so that every further
/// letter costs nothing and everybody is found by pinyin too; of a larger one Logto is asked for each pause in typing.
/// </summary>
internal sealed class PeopleSearch(IMemberService members, SeenPeople seen, PeopleCounts counts, MemberWords words, TimeProvider time, IStringLocalizer<MembersText> texts) : ICommandSearch
{
    private const int MostFound = 8;
    private const int LeastLetters = 2;

    private IReadOnlyList<MemberRow>? _everybody;
    private OrganizationId? _organization;
    private OrganizationId? _large;

    public IReadOnlyList<PaletteCommand> Known(OrganizationAccess access) =>
        !access.Allows(OrganizationPermissions.ReadMembers) || access.IsUncertain ? []
        : [.. (_organization == access.Id && _everybody is { } all ? all : seen.Of(access.Id)).Select(person => CommandFor(access.Id, person))];

    public async Task<Result<IReadOnlyList<PaletteCommand>>> FindAsync(OrganizationAccess access, string text, CancellationToken cancellationToken)
    {
        if (!access.Allows(OrganizationPermissions.ReadMembers) || !IsEnough(text) || (_organization == access.Id && _everybody is not null))
        {
            return Result.Of<IReadOnlyList<PaletteCommand>>([]);
        }

        if (_large != access.Id && counts.Of(access.Id, PeopleTab.Members) is not > PageRequest.MaxSize)
        {
            var began = time.GetUtcNow();
            var first = await members.ListAsync(access.Id, new MemberQuery(PageSize: PageRequest.MaxSize), cancellationToken);
            if (first.IsFailure)
            {
                return first.Failure;
            }

            if (first.Value.TotalCount <= PageRequest.MaxSize)
            {
                (_organization, _everybody) = (access.Id, first.Value.Items);
                return Result.Of<IReadOnlyList<PaletteCommand>>([]);
            }

            _large = access.Id;
            seen.Remember(access.Id, first.Value.Items, began);
        }

        var found = await members.ListAsync(access.Id, new MemberQuery(text, PageSize: MostFound), cancellationToken);
        return found.IsFailure ? found.Failure : Result.Of<IReadOnlyList<PaletteCommand>>([.. found.Value.Items.Select(person => CommandFor(access.Id, person))]);
    }

    public void Rest() => (_organization, _everybody) = (null, null);

    // One letter finds half of everybody; one Chinese character is a name.
    private static bool IsEnough(string text) => text.Length >= LeastLetters || (text.Length > 0 && !Ascii.IsValid(text));

    private PaletteCommand CommandFor(OrganizationId organization, MemberRow person) => new($"person:{organization}:{person.Id}", PaletteGroup.People, person.DisplayName, IconName.Person)
    {
        Href = PeoplePaths.Member(organization, person.Id),
        Face = new PaletteFace(person.Id.Value, person.DisplayName, person.PictureUrl),
        Note = person.IsMe ? texts["You"] : words.ShortRolesOf(person),
        Also = person.EmailAddress is { } address && person.Name is not null ? [address] : [],
        Permission = OrganizationPermissions.ReadMembers,
    };
}

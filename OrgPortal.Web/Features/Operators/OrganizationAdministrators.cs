using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Who administers an organization, as far as anybody looks.</summary>
/// <param name="Organization">Which one.</param>
/// <param name="People">Some of them, at most <see cref="MostRead"/>.</param>
/// <param name="AreAll">Whether there are no others.</param>
/// <param name="IsKnown">Whether Logto has answered.</param>
public sealed record OrganizationAdministrators(OrganizationId Organization, IReadOnlyList<OperatorPerson> People, bool AreAll, bool IsKnown = true)
{
    /// <summary>How many are asked for: enough for names and a number, whatever the size of the organization.</summary>
    public const int MostRead = 10;

    /// <summary>How many a list names.</summary>
    public const int Named = 2;

    /// <summary>Whether it is known that nobody administers it.</summary>
    public bool AreNone => IsKnown && People.Count == 0;

    /// <summary>Those that a list names.</summary>
    public IEnumerable<OperatorPerson> First => People.Take(Named);

    /// <summary>How many it does not name.</summary>
    public int Others => Math.Max(0, People.Count - Named);

    internal static OrganizationAdministrators Of(OrganizationId organization, Result<IReadOnlyList<OrganizationMember>> read) => read.IsFailure
        ? new OrganizationAdministrators(organization, [], false, IsKnown: false)
        : new OrganizationAdministrators(
            organization,
            [.. read.Value.Take(MostRead).Select(member => new OperatorPerson(member.Id, member.Name ?? member.Username ?? member.PrimaryEmail ?? member.Id.Value, member.PrimaryEmail, member.Avatar))],
            read.Value.Count <= MostRead);
}

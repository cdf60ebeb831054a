using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>A page of the members without a second factor.</summary>
/// <param name="Page">The people. Who left meanwhile is not among them.</param>
/// <param name="Remindable">How many of all that are kept were not reminded within a day.</param>
public sealed record PeopleWithout(Page<PersonWithout> Page, int Remindable)
{
    /// <summary>Rows a page: each costs a call.</summary>
    public const int PageSize = 10;

    /// <summary>Of so many people without one it is kept who they are; of more only the number.</summary>
    public const int MostKept = 1_000;
}

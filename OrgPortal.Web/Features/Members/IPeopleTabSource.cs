using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Counts a tab of People. The feature that knows implements it.</summary>
public interface IPeopleTabSource
{
    /// <summary>Which tab.</summary>
    PeopleTab Tab { get; }

    /// <summary>
    /// Whether the count is a question to Logto. Then it is asked only where the tab's own page is not open, when the page is there already, and once in a
    /// circuit until something changes.
    /// </summary>
    bool AsksLogto { get; }

    /// <summary>What the tab counts; <see langword="null"/> when there is nothing to count for this person, or nobody answers.</summary>
    Task<long?> CountAsync(OrganizationId organization);

    /// <summary>Whether the tab is to be counted anew.</summary>
    bool IsChangedBy(OrganizationEvent happened);
}

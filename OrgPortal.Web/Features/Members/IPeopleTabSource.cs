using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>A tab of People that comes and goes. The feature that knows implements it.</summary>
public interface IPeopleTabSource
{
    /// <summary>Which tab.</summary>
    PeopleTab Tab { get; }

    /// <summary>What the tab counts; <see langword="null"/> when there is none for this person, or nobody answers.</summary>
    Task<long?> CountAsync(OrganizationId organization);

    /// <summary>Whether the tab is to be counted anew.</summary>
    bool IsChangedBy(OrganizationEvent happened);
}

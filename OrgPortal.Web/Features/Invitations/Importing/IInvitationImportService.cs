using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Many invitations at once: checked first, then sent by the portal itself, through restarts. Everything here asks for <c>members.invite</c>.</summary>
public interface IInvitationImportService
{
    /// <summary>What the lines of a file, and the addresses of the invite dialog, are judged by. Changes nothing. Three calls to Logto, and up to a hundred for members.</summary>
    Task<Result<ImportFacts>> CheckAsync(OrganizationId organization, IReadOnlyList<string> addresses, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the portal send the invitations in the person's name. One import at a time: while another is not at its end the answer is <see cref="Refused"/>
    /// <see cref="RefusalReasons.ImportUnderWay"/>. Refused as a whole when a role is above the person's own, unknown or none, or an entry is not usable.
    /// </summary>
    /// <returns>The import.</returns>
    Task<Result<Guid>> StartAsync(OrganizationId organization, StartImportForm form);

    /// <summary>Invitations that have expired, and open ones whose mail did not go out; of an address only the newest. One call to Logto.</summary>
    Task<Result<IReadOnlyList<AgainRow>>> ListAgainAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Has the portal send these again, as an import. What cannot be sent again any more is left out; when nothing is left the answer is <see cref="RefusalReasons.InvitationEnded"/>.</summary>
    Task<Result<Guid>> SendAgainAsync(OrganizationId organization, IReadOnlyList<InvitationId> invitations);

    /// <summary>The organization's last twenty imports, newest first.</summary>
    Task<Result<IReadOnlyList<ImportSummary>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>An import with one page of its rows.</summary>
    Task<Result<ImportProgress>> GetAsync(OrganizationId organization, Guid import, ImportQuery query, CancellationToken cancellationToken = default);

    /// <summary>What became of every row, as a file.</summary>
    Task<Result<CsvFile>> ExportAsync(OrganizationId organization, Guid import, CancellationToken cancellationToken = default);

    /// <summary>Stops sending after those that are under way. Done already when it is paused.</summary>
    Task<Result> PauseAsync(OrganizationId organization, Guid import);

    /// <summary>Goes on with one that is paused, or that waits. Still in the name of whoever started it.</summary>
    Task<Result> ResumeAsync(OrganizationId organization, Guid import);

    /// <summary>What was not sent yet is not sent. What was sent stays.</summary>
    Task<Result> CancelAsync(OrganizationId organization, Guid import);
}

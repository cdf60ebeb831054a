using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The organization template, for operators. Reads only.</summary>
public interface ITemplateService
{
    /// <summary>The template as it is at this moment, and in what it is not as the portal needs it. Two calls to Logto.</summary>
    Task<Result<TemplateView>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Compares the tenant with the file that the settings name, as <c>provision --plan</c> does. Some ten calls to Logto; none where there is no file.</summary>
    Task<Result<TemplateComparison>> CompareAsync(CancellationToken cancellationToken = default);
}

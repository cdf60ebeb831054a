using OrgPortal.Web.Authorization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

internal sealed class TemplateService(IOperatorGuard guard, TemplateReading reading, TenantComparing comparing) : ITemplateService
{
    public async Task<Result<TemplateView>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reading.ReadAsync(cancellationToken);
    }

    public async Task<Result<TemplateComparison>> CompareAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await comparing.RunAsync(cancellationToken);
    }
}

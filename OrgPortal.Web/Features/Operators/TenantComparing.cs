using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Provisioning;
using OrgPortal.Web.Provisioning.Files;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Compares the tenant with the provisioning file, with the planner of <c>provision</c>. Makes the plan and carries nothing out.</summary>
internal sealed class TenantComparing(TenantProvisioning provisioning, IConfiguration configuration, IOptions<LogtoOptions> logto, IOptions<OperatorConsoleOptions> console)
{
    public async Task<Result<TemplateComparison>> RunAsync(CancellationToken cancellationToken)
    {
        if (console.Value.TenantFile is not { Length: > 0 } path)
        {
            return new TemplateComparison(null, [], 0, []);
        }

        var name = Path.GetFileName(path);
        try
        {
            var management = logto.Value.Management;
            var file = TenantFileReader.Read(path, key => configuration[key], management.Resource);
            var options = new ProvisioningOptions(Prune: false, management.ClientId!, management.Resource, key => configuration[key]);
            var planned = await provisioning.PlanAsync(file, options, cancellationToken).ToResultAsync();
            return planned.IsFailure ? planned.Failure : Describe(name, planned.Value.Plan);
        }
        catch (TenantFileException wrong)
        {
            return new TemplateComparison(name, [], 0, wrong.Mistakes);
        }
        catch (Exception exception) when (exception is TenantProblemException or IOException or UnauthorizedAccessException)
        {
            return new TemplateComparison(name, [], 0, [exception.Message]);
        }
    }

    private static TemplateComparison Describe(string name, TenantPlan plan) => new(
        name,
        [.. plan.Changes.Select(change => new TemplateDifference(
            change.Kind, change.Name, NameOf(change.Action), [.. change.Fields.Select(field => new TemplateFieldDifference(field.Field, field.Before, field.After))], change.Reason))],
        plan.Unchanged,
        []);

    private static string NameOf(PlannedAction action) => action switch
    {
        PlannedAction.Add => "add",
        PlannedAction.Change => "change",
        PlannedAction.Delete => "delete",
        PlannedAction.Blocked => "blocked",
        _ => "keep",
    };
}

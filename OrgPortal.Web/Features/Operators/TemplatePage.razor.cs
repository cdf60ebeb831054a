using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The tenant's organization template: roles and what they carry, and in what it is not as it should be. For everybody who is no operator it is no page.</summary>
public sealed partial class TemplatePage
{
    private readonly HandedOver<TemplateView> _shown = new();
    private TemplateComparison? _comparison;
    private Failure? _failure;
    private Failure? _comparisonFailure;
    private bool _isGone;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public TemplateView? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <inheritdoc />
    public void Dispose() => _isGone = true;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => Snapshot is null ? ReadAsync().WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus) : Task.CompletedTask;

    private async Task ReadAsync()
    {
        var view = await Service.GetAsync();
        if (_isGone)
        {
            return;
        }

        _failure = view.Failure;
        if (view.Failure is NotFound or SignInRequired)
        {
            _shown.Value = null;
            Navigation.NotFound();
            return;
        }

        if (!view.IsFailure)
        {
            _shown.Value = view.Value;
        }

        StateHasChanged();
    }

    private async Task CompareAsync()
    {
        var compared = await Service.CompareAsync();
        (_comparisonFailure, _comparison) = (compared.Failure, compared.IsFailure ? null : compared.Value);
    }

    private static string WordOf(string action) => char.ToUpperInvariant(action[0]) + action[1..];

    private string Describe(TemplateFieldDifference field) => (field.Now, field.Wanted) switch
    {
        (null, { } added) => L["FieldAdded", added],
        ({ } extra, null) => L["FieldExtra", extra],
        var (now, wanted) => L["FieldDiffers", now ?? string.Empty, wanted ?? string.Empty],
    };

    private string Carriers(TemplateView view, TemplatePermissionRow row) =>
        view.Roles.Where(role => role.Permissions.Contains(row.Name)).Select(role => role.Name).ToList() is { Count: > 0 } names ? string.Join(L["Comma"].Value, names) : L["Nobody"];
}

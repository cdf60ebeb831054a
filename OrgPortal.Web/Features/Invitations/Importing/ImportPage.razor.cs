using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>
/// Chooses a file, checks every line of it and has it sent. What was read of the file stays in this page; rows are shown fifty at a time, whatever its size.
/// </summary>
public sealed partial class ImportPage
{
    private readonly HandedOver<ImportStart> _shown = new();
    private OrganizationId? _organization;
    private IReadOnlyList<GrantableRole>? _roles;
    private ImportDraft? _draft;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _canRetry;
    private bool _isChecking;
    private bool _isStarting;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The lines shown: the name of an <see cref="ImportGroup"/>, in any case.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>The page of lines, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public ImportStart? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    private IReadOnlyList<TextLink> Crumbs => _organization is { } organization
        ? [new TextLink(L["People"], PeoplePaths.Members(organization)), new TextLink(L["Invitations"], PeoplePaths.Invitations(organization))]
        : [];

    private IReadOnlyList<string> Steps => [L["StepFile"], L["StepCheck"], L["StepSend"]];

    private string Description => _draft is null ? L["Description"] : L["NothingSent", _draft.Name, _draft.Rows.Count];

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            _organization = null;
            Navigation.NotFound();
            return;
        }

        if (organization == _organization)
        {
            return;
        }

        _organization = organization;
        (_draft, _roles, _failure) = (null, null, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
        if (Snapshot?.Organization == organization)
        {
            await (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt) ? ReadAsync() : Task.CompletedTask);
            return;
        }

        _shown.Value = null;
        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        var list = await Service.ListAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        (_failure, _canRetry) = (list.Failure, list.IsFailure);
        if (!list.IsFailure)
        {
            _shown.Value = new ImportStart(organization, list.Value, began);
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is InvitationImportsChanged && _draft is null && !_isChecking ? ReadAsync() : Task.CompletedTask;

    private async Task ChooseAsync(IBrowserFile chosen)
    {
        if (_organization is not { } organization || _isChecking)
        {
            return;
        }

        _isChecking = true;
        (_failure, _canRetry) = (null, false);
        var read = await ReadAsync(chosen);
        _failure = read.Failure ?? (read.IsFailure ? null : await CheckAsync(organization, read.Value));
        _isChecking = false;
    }

    private static async Task<Result<ImportFile>> ReadAsync(IBrowserFile chosen)
    {
        if (chosen.Size > ImportFile.LargestFile)
        {
            return new Invalid("file", "too_large");
        }

        using var bytes = new MemoryStream();
        await using var stream = chosen.OpenReadStream(ImportFile.LargestFile);
        await stream.CopyToAsync(bytes);
        return ImportFileReader.Read(chosen.Name, bytes.ToArray());
    }

    private async Task<Failure?> CheckAsync(OrganizationId organization, ImportFile file)
    {
        var facts = await Service.CheckAsync(organization, [.. file.Lines.Select(line => line.Address)]);
        if (!facts.IsFailure)
        {
            _roles = facts.Value.Roles;
            _draft = new ImportDraft(file, facts.Value, InviteRoles.LeastOf(facts.Value.Roles) is { } least ? [least] : [], null);
        }

        return facts.Failure;
    }

    private void Choose(IReadOnlyList<OrganizationRoleId> roles, int? days) => _draft?.Choose(roles, days);

    private void Correct(ImportLine corrected) => _draft?.Correct(corrected);

    private async Task DiscardAsync()
    {
        (_draft, _failure) = (null, null);
        Navigation.NavigateTo(ImportPaths.Import(_organization!.Value));
        await ReadAsync();
    }

    private async Task StartAsync()
    {
        if (_organization is not { } organization || _draft is not { } draft)
        {
            return;
        }

        _isStarting = true;
        var started = await Service.StartAsync(organization, draft.ToForm());
        _isStarting = false;
        (_failure, _canRetry) = (started.Failure, false);
        if (!started.IsFailure)
        {
            Navigation.NavigateTo(ImportPaths.Progress(organization, started.Value));
        }
    }

    private string SendLabel(int count) => count == 1 ? L["SendOne"] : L["SendMany", count];
}

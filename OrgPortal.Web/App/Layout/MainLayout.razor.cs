using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.App.Layout;

/// <summary>
/// The area of one organization: navigation with the switcher at its head and the person at its foot, a bar with the breadcrumb, and the page.
/// The organization is the one in the URL, so two tabs in two organizations do not disturb each other.
/// </summary>
public partial class MainLayout
{
    private readonly HandedOver<OrganizationAccess> _access = new();
    private readonly CancellationTokenSource _leaving = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private string? _lost;
    private int _lastRead;
    private IDisposable? _watch;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public OrganizationAccess? Access
    {
        get => _access.Value;
        set => _access.Give(value);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _watch?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await OpenAsync(OrganizationPath.Find(Navigation.ToBaseRelativePath(Navigation.Uri)));
    }

    private async Task OpenAsync(OrganizationId? organization)
    {
        if (organization == _organization)
        {
            return;
        }

        _organization = organization;
        (_failure, _lost) = (null, null);
        _lastRead++;
        _watch?.Dispose();
        _watch = null;
        if (organization is null)
        {
            _access.Value = null;
            return;
        }

        if (RendererInfo.IsInteractive)
        {
            _watch = Shell.Watch(organization.Value, IsShown, () => _ = InvokeAsync(ReadAsync));
        }

        if (Access?.Id == organization)
        {
            return;
        }

        _access.Value = null;
        var reading = ReadAsync();
        if (RendererInfo.IsInteractive)
        {
            await reading;
            return;
        }

        await Task.WhenAny(reading, Task.Delay(Prerendering.Patience, Time, _leaving.Token));
        if (_failure is NotFound)
        {
            // The page of every unknown address, with its status.
            Navigation.NotFound();
        }
    }

    // What is closed shows nothing of what is allowed; what is not known for certain shows nothing for certain.
    private bool IsShown(OrganizationRights rights) => Access is { IsUncertain: false } shown && (shown.IsClosed || rights.Permissions.SetEquals(shown.Permissions));

    private async Task ReadAsync()
    {
        // What was lost stays so: a change that was announced together with the loss reads once more, and would find nothing to name.
        if (_organization is not { } organization || _lost is not null)
        {
            return;
        }

        // An answer that was asked for earlier and comes later would give back what was taken away meanwhile.
        var read = ++_lastRead;
        var opened = await OpenOrFailAsync(organization);
        if (read != _lastRead || _leaving.IsCancellationRequested)
        {
            return;
        }

        Take(opened);
        StateHasChanged();
    }

    // Whoever is called back has nobody to tell of an exception: the page would go on showing what may be wrong.
    private async Task<Result<OrganizationAccess>> OpenOrFailAsync(OrganizationId organization)
    {
        try
        {
            return await Shell.OpenAsync(organization, _leaving.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_leaving.IsCancellationRequested)
        {
            ReadFailed(Logger, exception);
            return new Unavailable();
        }
    }

    private void Take(Result<OrganizationAccess> opened)
    {
        _failure = opened.Failure;
        if (!opened.IsFailure)
        {
            _access.Value = opened.Value;
        }
        else if (opened.Failure is Unavailable or LimitReached)
        {
            // Nobody knows: what is shown stays, and nothing is allowed.
            _access.Value = Access is null ? null : Access with { IsUncertain = true };
        }
        else
        {
            _lost = opened.Failure is NotFound ? Access?.Name : null;
            _access.Value = null;
            _watch?.Dispose();
            _watch = null;
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) =>
        _ = InvokeAsync(() => OpenAsync(OrganizationPath.Find(Navigation.ToBaseRelativePath(change.Location))));

    [LoggerMessage(Level = LogLevel.Error, Message = "What somebody may do in an organization could not be read for an open page.")]
    private static partial void ReadFailed(ILogger logger, Exception exception);
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
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
    // A prerendered page goes out after this long; the circuit then reads behind it.
    private static readonly TimeSpan PrerenderPatience = TimeSpan.FromMilliseconds(200);

    private readonly HandedOver<OrganizationAccess> _access = new();
    private readonly CancellationTokenSource _leaving = new();
    private OrganizationId? _organization;
    private Failure? _failure;
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
        _failure = null;
        _watch?.Dispose();
        _watch = null;
        if (organization is null)
        {
            _access.Value = null;
            return;
        }

        if (RendererInfo.IsInteractive)
        {
            _watch = Shell.Watch(organization.Value, () => _ = InvokeAsync(ReadAsync));
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

        await Task.WhenAny(reading, Task.Delay(PrerenderPatience, Time, _leaving.Token));
        if (_failure is NotFound)
        {
            // The page of every unknown address, with its status.
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var opened = await Shell.OpenAsync(organization, _leaving.Token);
        if (_organization != organization || _leaving.IsCancellationRequested)
        {
            return;
        }

        _failure = opened.Failure;
        _access.Value = opened.IsFailure ? null : opened.Value;
        StateHasChanged();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) =>
        _ = InvokeAsync(() => OpenAsync(OrganizationPath.Find(Navigation.ToBaseRelativePath(change.Location))));
}

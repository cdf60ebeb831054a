using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.App;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Components;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Product;

namespace OrgPortal.Tests.Support;

/// <summary>
/// Components as in a circuit, in English, at a fixed time. Dialogs and toasts are rendered by their hosts, so they are found in
/// <see cref="Dialogs"/> and <see cref="Toasts"/>, not in the component under test; menus are found in the component itself.
/// A handler that waits for a dialog must be started with the synchronous <c>Click()</c>.
/// </summary>
public abstract class MudTestContext : BunitContext, IAsyncLifetime
{
    static MudTestContext() => DefaultWaitTimeout = Patience.Limit;

    protected MudTestContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<AntiforgeryStateProvider, FakeAntiforgery>();
        Services.AddPortalLocalization();
        Services.AddComponents();
        Services.AddShell();
        Services.AddOptions();
        Services.AddProductVisits();
        Services.AddSingleton<ICurrentUser>(User);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Auth = AddAuthorization();
    }

    /// <summary>The time: Monday, 23 November 2026, 10:00 UTC.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Who is signed in, for what asks <see cref="ICurrentUser"/>.</summary>
    protected FakeCurrentUser User { get; } = new();

    /// <summary>Who is signed in, for Blazor's own authorization.</summary>
    protected BunitAuthorizationContext Auth { get; }

    /// <summary>The open dialogs.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    /// <summary>The words shown after an act.</summary>
    protected IRenderedComponent<ToastHost> Toasts { get; private set; } = null!;

    public Task InitializeAsync()
    {
        // Not in the constructor: it resolves services, and derived classes still register theirs.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        RenderHosts();
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Renders what stands in a layout; a test of a layout, which brings them itself, leaves this out.</summary>
    protected virtual void RenderHosts()
    {
        Dialogs = Render<MudDialogProvider>();
        Toasts = Render<ToastHost>();
    }
}

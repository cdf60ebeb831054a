using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>Events of the browser that Blazor does not know by itself; <c>portal.js</c> registers them under the same names.</summary>
[EventHandler("ontoastend", typeof(EventArgs))]
[EventHandler("onaddresses", typeof(AddressesEventArgs))]
[EventHandler("onrowpress", typeof(RowPressEventArgs))]
public static class EventHandlers
{
}

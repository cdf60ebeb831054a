using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Layout;

/// <summary>The hidden fields of forms that are posted, as markup: they stand on every page, and a component for each would be most of what the form costs an open page.</summary>
internal sealed class FormFields(AntiforgeryStateProvider antiforgery, NavigationManager navigation)
{
    /// <summary>What shows that the form is one of the portal's.</summary>
    public Html Token => antiforgery.GetAntiforgeryToken() is { } token ? Html.Of($"<input type=\"hidden\" name=\"{token.FormFieldName}\" value=\"{token.Value}\" />") : default;

    /// <summary>The page that it was drawn on; where a circuit has led on since, <c>portal.js</c> fills it in when the form is sent.</summary>
    public Html ReturnUrl => Html.Of($"<input type=\"hidden\" name=\"returnUrl\" data-return-url value=\"/{navigation.ToBaseRelativePath(navigation.Uri)}\" />");
}

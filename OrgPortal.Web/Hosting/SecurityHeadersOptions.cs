namespace OrgPortal.Web.Hosting;

/// <summary>What the content security policy must allow beyond the portal itself.</summary>
internal sealed class SecurityHeadersOptions
{
    /// <summary>Origins that a posted form may be redirected to. Browsers built on Chromium hold redirects after a form to <c>form-action</c> too.</summary>
    public IList<string> FormTargets { get; } = [];
}

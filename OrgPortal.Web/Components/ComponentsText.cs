namespace OrgPortal.Web.Components;

/// <summary>The words of the components, in <c>ComponentsText.resx</c> and its translations.</summary>
public sealed class ComponentsText;

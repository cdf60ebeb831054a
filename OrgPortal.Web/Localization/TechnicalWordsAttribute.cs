namespace OrgPortal.Web.Localization;

/// <summary>The words of this room name things as Logto and the settings do: the deployer's own words have no place there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TechnicalWordsAttribute : Attribute;

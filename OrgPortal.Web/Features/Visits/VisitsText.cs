namespace OrgPortal.Web.Features.Visits;

/// <summary>Names the sentences of operators' visits.</summary>
public sealed class VisitsText;

using OrgPortal.Web.Localization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Names the words of the operators' console.</summary>
[TechnicalWords]
public sealed class OperatorsText;

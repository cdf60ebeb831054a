using OrgPortal.Web.Localization;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>Names the sentences of the doctor.</summary>
[TechnicalWords]
public sealed class DoctorText;

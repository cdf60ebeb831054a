namespace OrgPortal.Web.Features.Doctor;

/// <summary>Names the sentences of the doctor.</summary>
public sealed class DoctorText;

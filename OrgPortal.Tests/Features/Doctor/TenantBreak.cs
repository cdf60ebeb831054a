using OrgPortal.LogtoEmulator.State;
using OrgPortal.Web.Features.Doctor;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>Something that is wrong with a tenant.</summary>
/// <param name="Check">The check that must name it.</param>
/// <param name="Case">As what.</param>
/// <param name="Do">Breaks it.</param>
/// <param name="Status">How bad it is.</param>
internal sealed record TenantBreak(string Check, string Case, Action<LogtoTables> Do, CheckStatus Status = CheckStatus.Failure);

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>A fault that is switched on.</summary>
/// <param name="Id">Its number, by which it can be switched off.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Remaining">For how many further calls.</param>
public sealed record FaultState(int Id, Fault Fault, int Remaining);

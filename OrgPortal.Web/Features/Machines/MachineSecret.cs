namespace OrgPortal.Web.Features.Machines;

/// <summary>A secret of a machine, without its value: that was shown once.</summary>
/// <param name="Name">Unique in the machine.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndsAt">Until when it is taken; nothing for ever.</param>
/// <param name="State">Where it stands.</param>
public sealed record MachineSecret(string Name, DateTimeOffset? CreatedAt, DateTimeOffset? EndsAt, MachineSecretState State);

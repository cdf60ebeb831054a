namespace OrgPortal.Web.Features.Machines;

/// <summary>What a secret is to be like.</summary>
/// <param name="Name">What to call it: 1 to <see cref="MaxNameLength"/> characters, no slashes; named by its day when it is left empty.</param>
/// <param name="ExpiresInDays">For how long it works, 1 to <see cref="MachineOptions.LongestSecretDays"/>; <see cref="UsualDays"/>, or the longest where that is less, when left out.</param>
public sealed record SecretForm(string? Name = null, int? ExpiresInDays = null)
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>How long a secret lives unless somebody chooses otherwise.</summary>
    public const int UsualDays = 180;
}

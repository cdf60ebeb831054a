namespace OrgPortal.Web.Components;

/// <summary>What is to be said about an address before it is used.</summary>
/// <param name="Tone"><see cref="Tone.Danger"/>: cannot be used. <see cref="Tone.Warning"/>: will be left out or treated differently.</param>
/// <param name="Reason">The sentence after the address ("is already a member and will be left out.").</param>
/// <param name="Fix">An address to use in its place.</param>
public sealed record AddressVerdict(Tone Tone, string Reason, string? Fix = null)
{
    /// <summary>The drawing that says the same as the colour.</summary>
    public IconName Icon { get; init; } = Tone == Tone.Danger ? IconName.Alert : IconName.Person;
}

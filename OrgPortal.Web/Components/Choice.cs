namespace OrgPortal.Web.Components;

/// <summary>One of several to choose from.</summary>
/// <typeparam name="TValue">What is chosen.</typeparam>
/// <param name="Value">What choosing it gives.</param>
/// <param name="Name">Its name.</param>
/// <param name="Explanation">One line about what it means.</param>
/// <param name="LockedReason">Why it cannot be chosen, as a sentence; <see langword="null"/> when it can.</param>
/// <param name="Help">Who can help where it is locked.</param>
public sealed record Choice<TValue>(TValue Value, string Name, string? Explanation = null, string? LockedReason = null, TextLink? Help = null);

using System.Text.Json.Serialization;

namespace OrgPortal.Web.Provisioning;

/// <summary>What happens to one object.</summary>
internal enum PlannedAction
{
    /// <summary>It is made.</summary>
    Add,

    /// <summary>It is changed.</summary>
    Change,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It, or something in it, would be deleted with <c>--prune</c>, and stays.</summary>
    Keep,

    /// <summary>It ought to be made or changed and cannot be: something else is missing.</summary>
    Blocked,
}

/// <summary>A field that differs.</summary>
/// <param name="Field">As the file calls it.</param>
/// <param name="Before">What it is, for people; nothing where it is not set or is an addition to a list. Never a secret.</param>
/// <param name="After">What it shall be; nothing for what is taken out of a list.</param>
/// <param name="NeedsPrune">Whether it is done only with <c>--prune</c>.</param>
internal sealed record FieldChange(string Field, string? Before, string? After, bool NeedsPrune = false);

/// <summary>What is to be done about one object, in the order of doing.</summary>
/// <param name="Kind">As <c>role</c> or <c>application</c>.</param>
/// <param name="Name">What it is found by.</param>
/// <param name="Action">What happens.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Reason">Why it cannot be done, or what else is to be known.</param>
internal sealed record PlannedChange(string Kind, string Name, PlannedAction Action, IReadOnlyList<FieldChange> Fields, string? Reason = null)
{
    /// <summary>Does it.</summary>
    [JsonIgnore]
    internal Func<Task>? Act { get; init; }

    /// <summary>Whether anything happens when the plan is carried out.</summary>
    [JsonIgnore]
    public bool Happens => Action is PlannedAction.Add or PlannedAction.Change or PlannedAction.Delete;
}

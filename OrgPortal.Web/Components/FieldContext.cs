namespace OrgPortal.Web.Components;

/// <summary>What a <see cref="Field"/> tells the control inside it, so that label, hint and error belong to it.</summary>
/// <param name="Id">The control's <c>id</c>.</param>
/// <param name="LabelId">The label's <c>id</c>, for controls a <c>label</c> cannot name.</param>
/// <param name="DescribedBy">The <c>id</c> of hint or error, if there is one.</param>
/// <param name="Invalid">Whether there is an error.</param>
public sealed record FieldContext(string Id, string LabelId, string? DescribedBy, bool Invalid);

namespace OrgPortal.Web.Features.Security;

/// <summary>What a member needs to know of their own second factor.</summary>
/// <param name="IsRequired">Whether the organization requires one.</param>
/// <param name="From">From when on it will, if a day is set.</param>
/// <param name="HasOne">Whether the person has one; <see langword="null"/> where nothing asks for one.</param>
public sealed record OwnSecondFactor(bool IsRequired, DateTimeOffset? From, bool? HasOne)
{
    /// <summary>Nothing asks for one.</summary>
    public static OwnSecondFactor Unasked { get; } = new(false, null, null);

    /// <summary>Whether the person has to do something.</summary>
    public bool IsDue => HasOne is false && (IsRequired || From is not null);
}

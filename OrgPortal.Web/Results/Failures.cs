namespace OrgPortal.Web.Results;

/// <summary>Nobody is signed in, or the session has ended.</summary>
public sealed record SignInRequired : Failure
{
    /// <inheritdoc />
    public override string Code => "sign_in_required";
}

/// <summary>The person may do it, but must first prove again who they are: the sign-in is too old for an act like this, or its time is not known.</summary>
public sealed record ReauthenticationRequired : Failure
{
    /// <inheritdoc />
    public override string Code => "reauthentication_required";
}

/// <summary>The organization requires a second factor, and the person has none: nothing of it is open to them until they have set one up.</summary>
public sealed record SecondFactorRequired : Failure
{
    /// <inheritdoc />
    public override string Code => "second_factor_required";
}

/// <summary>The person belongs to the organization, but lacks a permission there.</summary>
/// <param name="Permission">The key of the missing permission in the portal's catalogue.</param>
public sealed record Forbidden(string Permission) : Failure
{
    /// <inheritdoc />
    public override string Code => "forbidden";
}

/// <summary>Does not exist, or is not visible to this person: the two are never told apart.</summary>
public sealed record NotFound : Failure
{
    /// <inheritdoc />
    public override string Code => "not_found";
}

/// <summary>Logto or the store did not answer. Nothing is known to have changed; the act may be tried again.</summary>
/// <param name="RetryAfter">When trying again makes sense, if the other side said so.</param>
public sealed record Unavailable(TimeSpan? RetryAfter = null) : Failure
{
    /// <inheritdoc />
    public override string Code => "unavailable";
}

/// <summary>Logto or the store failed in the middle of an act of several steps.</summary>
/// <param name="IsUndone">Whether what had been done was taken back; otherwise the portal takes it back by itself as soon as it can.</param>
/// <param name="Cause">Why it could not go on.</param>
public sealed record Interrupted(bool IsUndone, Failure Cause) : Failure
{
    /// <inheritdoc />
    public override string Code => IsUndone ? "interrupted_undone" : "interrupted_left";
}

/// <summary>
/// Logto failed after the other person was made an administrator, when one's own roles were to go. Both may be administrators now; that is
/// not taken back, so that the organization is never without one. Trying again finishes it.
/// </summary>
/// <param name="Cause">Why it could not go on.</param>
public sealed record HandOverHalfDone(Failure Cause) : Failure
{
    /// <inheritdoc />
    public override string Code => "hand_over_half_done";
}

/// <summary>A limit of the portal or of Logto was reached.</summary>
/// <param name="LimitCode">Which limit, in snake_case (<c>invitations_per_recipient</c>, …).</param>
/// <param name="RetryAfter">When the next try is allowed, if known.</param>
public sealed record LimitReached(string LimitCode, TimeSpan? RetryAfter = null) : Failure
{
    /// <inheritdoc />
    public override string Code => LimitCode;
}

/// <summary>A rule of the portal, or a state in Logto, speaks against it (last administrator, already a member, …).</summary>
/// <param name="Reason">The rule, in snake_case: see <see cref="RefusalReasons"/>.</param>
/// <param name="Subject">A name to put into the words, such as the role's; <see langword="null"/> when the words need none.</param>
public sealed record Refused(string Reason, string? Subject = null) : Failure
{
    /// <inheritdoc />
    public override string Code => Reason;
}

/// <summary>The input cannot be used.</summary>
/// <param name="Fields">What is wrong, field by field; never empty.</param>
public sealed record Invalid(IReadOnlyList<FieldFailure> Fields) : Failure
{
    /// <summary>One field, one reason.</summary>
    public Invalid(string field, string reason) : this([new FieldFailure(field, reason)])
    {
    }

    /// <inheritdoc />
    public override string Code => "invalid_input";
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field's name in camelCase, as in the API.</param>
/// <param name="Reason">Why, in snake_case (<c>required</c>, <c>too_long</c>, <c>control_characters</c>, …).</param>
public sealed record FieldFailure(string Field, string Reason);

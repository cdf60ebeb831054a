using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Results;

/// <summary>Done, or the reason why not.</summary>
public readonly record struct Result
{
    private Result(Failure? failure) => Failure = failure;

    /// <summary>The reason, or <see langword="null"/> when it was done.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether it was not done.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailure => Failure is not null;

    /// <summary>It was done.</summary>
    public static Result Done => default;

    /// <summary>It was not done.</summary>
    public static implicit operator Result(Failure failure) => new(failure);

    /// <summary>A value. Needed where <typeparamref name="T"/> is an interface, which has no implicit conversion.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    public static Result<T> Of<T>(T value) => new(value, null);
}

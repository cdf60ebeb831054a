using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Results;

/// <summary>A value, or the reason why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    internal Result(T? value, Failure? failure)
    {
        _value = value;
        Failure = failure;
    }

    /// <summary>The reason, or <see langword="null"/> when there is a value.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is no value.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailure => Failure is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: ask <see cref="IsFailure"/> first.</exception>
    public T Value => IsFailure ? throw new InvalidOperationException($"No value: {Failure.Code}.") : _value!;

    /// <summary>There is a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>There is none.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

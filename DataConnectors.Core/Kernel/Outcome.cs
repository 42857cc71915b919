using System.Diagnostics.CodeAnalysis;

namespace DataConnectors.Core.Kernel;

/// <summary>
/// A value, or the expected reason why there is none. Commands fail with a <see cref="Fault"/>, stages of an execution with
/// their own failure type; exceptions are left for what nobody expects.
/// </summary>
public readonly struct Outcome<T, TFailure>
    where TFailure : class
{
    private readonly T? value;

    private Outcome(T? value, TFailure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    /// <summary>Null when there is a value.</summary>
    public TFailure? Failure { get; }

    /// <summary>The value; reading it from a failure is a defect in the caller.</summary>
    public T Value =>
        Failure is null
            ? value!
            : throw new InvalidOperationException($"There is no value: {Failure}");

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Failure is null;

    /// <summary>The value in <paramref name="result"/> when there is one, or the reason in <paramref name="failure"/>.</summary>
    public bool TryGet(
        [MaybeNullWhen(false)] out T result,
        [NotNullWhen(false)] out TFailure? failure
    )
    {
        result = value;
        failure = Failure;
        return failure is null;
    }

    public static implicit operator Outcome<T, TFailure>(T value) => new(value, null);

    public static implicit operator Outcome<T, TFailure>(TFailure failure) => new(default, failure);
}

/// <summary>The value of a command that has nothing to say but that it was carried out.</summary>
public sealed record Done
{
    /// <summary>The only one.</summary>
    public static Done Instance { get; } = new();
}

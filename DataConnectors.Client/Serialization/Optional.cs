using System.Text.Json.Serialization;

namespace DataConnectors.Client.Serialization;

/// <summary>
/// A member of a request that may be left out. Left out and null are two things: what is not set is not sent and stays as it is,
/// what is set to null is sent as null. A value converts to it by itself.
/// </summary>
/// <typeparam name="T">What the member holds when it is sent.</typeparam>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T> : IOptional
{
    private readonly T? value;

    /// <summary>A member that is sent.</summary>
    /// <param name="value">With this value.</param>
    public Optional(T value)
    {
        IsSet = true;
        this.value = value;
    }

    /// <inheritdoc/>
    public bool IsSet { get; }

    /// <summary>The value that is sent.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public T Value =>
        IsSet ? value! : throw new InvalidOperationException("The member is not set.");

    /// <summary>A member that is sent with this value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => IsSet ? $"{value}" : "(not set)";
}

/// <summary>A member of a request that may be left out.</summary>
public interface IOptional
{
    /// <summary>Whether it is sent.</summary>
    bool IsSet { get; }
}

using System.Collections.Immutable;
using System.Text;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>One step of a path: into the field of a name, or into every element of a list.</summary>
/// <param name="Key">The name; null for the elements of a list.</param>
public readonly record struct FieldStep(string? Key)
{
    /// <summary>The step into every element of a list.</summary>
    public static FieldStep Elements => default;
}

/// <summary>
/// Where a field stands in an answer: <c>customer.email</c>, <c>items[].name</c>, <c>[].id</c> in a list at the root, <c>$</c> the root
/// itself. A key with dots, brackets, quotes, backslashes or spaces is written <c>['a.b']</c>, with <c>\'</c> and <c>\\</c> inside.
/// </summary>
public sealed class FieldPath : IEquatable<FieldPath>
{
    /// <summary>The deepest path accepted, as deep as the deepest answer.</summary>
    public const int MaxSteps = ResponseParser.MaxDepth;

    private FieldPath(ImmutableArray<FieldStep> steps) => Steps = steps;

    /// <summary>The path of the whole answer.</summary>
    public static FieldPath Root { get; } = new([]);

    /// <summary>The steps from the root.</summary>
    public ImmutableArray<FieldStep> Steps { get; }

    /// <summary>The path one step further.</summary>
    public FieldPath Then(FieldStep step) => new(Steps.Add(step));

    /// <summary>A path of these steps.</summary>
    public static FieldPath Of(IEnumerable<FieldStep> steps) => new([.. steps]);

    /// <summary>Reads a path; <c>$.</c> before it may be left out.</summary>
    /// <returns>The path, or a sentence that says what is wrong with it.</returns>
    public static Outcome<FieldPath, string> Parse(string text) =>
        new FieldPathParser(text).Parse() is var steps && steps.IsSuccess
            ? new FieldPath(steps.Value)
            : steps.Failure!;

    /// <inheritdoc/>
    public bool Equals(FieldPath? other) =>
        other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    /// <summary>The path as it is written; <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        if (Steps.IsEmpty)
        {
            return "$";
        }

        var output = new StringBuilder();
        foreach (var (key, isFirst) in Steps.Select((step, index) => (step.Key, index == 0)))
        {
            if (key is null)
            {
                output.Append("[]");
            }
            else if (FieldPathParser.IsPlain(key))
            {
                output.Append(isFirst ? "" : ".").Append(key);
            }
            else
            {
                output
                    .Append("['")
                    .Append(
                        key.Replace(@"\", @"\\", StringComparison.Ordinal)
                            .Replace("'", @"\'", StringComparison.Ordinal)
                    )
                    .Append("']");
            }
        }

        return output.ToString();
    }
}

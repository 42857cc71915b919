using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Shape;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>What a field's example value is after a number of its transformations.</summary>
/// <param name="Text">The value as JSON, cut where it is long; null when there is none.</param>
/// <param name="Fault">Why it could not be worked out, or what was met on the way; null when nothing.</param>
public sealed record StepValue(string? Text, string? Fault);

/// <summary>Shows a field's example value on its way through its transformations, kept up with the typing.</summary>
internal sealed class StepValues : IDisposable
{
    private const int LongestText = 160;

    private readonly LatestRun<Inputs, IReadOnlyList<StepValue>> latest;
    private readonly ShapeResponse shape;

    /// <summary>Starts without values; <paramref name="changed"/> is told of new ones, on any thread.</summary>
    public StepValues(ShapeResponse shape, TimeProvider clock, Action changed)
    {
        this.shape = shape;
        latest = new(
            RunAsync,
            values =>
            {
                Values = values ?? [];
                changed();
            },
            clock
        );
    }

    /// <summary>The value as it comes, then after each step; empty before the first result.</summary>
    public IReadOnlyList<StepValue> Values { get; private set; } = [];

    /// <summary>Asks for the values of a field.</summary>
    public void Request(ConnectorDefinition definition, ResponseField field)
    {
        if (definition.ExampleResponse is { } example)
        {
            latest.Request(new(definition, example, field.Path, field.Type, field.Transformations));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => latest.Dispose();

    /// <summary>
    /// The value that stands at a path of a shaped answer: of lists on the way the first element, of a list at the end all of it.
    /// </summary>
    internal static JsonElement? At(JsonElement root, FieldPath path)
    {
        var value = root;
        var last = path.Steps.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            if (path.Steps[i].Key is { } key)
            {
                if (
                    value.ValueKind != JsonValueKind.Object
                    || !value.TryGetProperty(key, out value)
                )
                {
                    return null;
                }
            }
            else if (i < last && value.ValueKind == JsonValueKind.Array)
            {
                if (value.GetArrayLength() == 0)
                {
                    return null;
                }

                value = value[0];
            }
        }

        return value;
    }

    private async Task<IReadOnlyList<StepValue>> RunAsync(
        Inputs inputs,
        CancellationToken cancellationToken
    )
    {
        var values = new List<StepValue>();
        for (var count = 0; count <= inputs.Steps.Count; count++)
        {
            values.Add(await RunAsync(inputs, count, cancellationToken));
        }

        return values;
    }

    private async Task<StepValue> RunAsync(
        Inputs inputs,
        int count,
        CancellationToken cancellationToken
    )
    {
        var field = new ResponseField(
            inputs.Path,
            RenamedTo: null,
            Fallback: null,
            inputs.Type,
            IsExposed: true,
            IsRedacted: false
        )
        {
            Transformations = [.. inputs.Steps.Take(count)],
        };
        var outcome = await shape(
            inputs.Definition with
            {
                DataAccess = DataAccess.Restricted,
                ResponseTransformation = ResponseTransformation.Table,
                ResponseFields = [field],
            },
            inputs.Example,
            cancellationToken
        );
        if (!outcome.TryGet(out var shaped, out var failure))
        {
            return new(Text: null, failure.Message);
        }

        var value = FieldPath.Parse(inputs.Path).TryGet(out var path, out _)
            ? At(count == 0 ? shaped.Original : shaped.Root, path)
            : null;
        return new(
            value is { } found ? Shortened(found) : null,
            shaped.Findings.Count > 0 ? shaped.Findings[0].Message : null
        );
    }

    private static string Shortened(JsonElement value)
    {
        var text = ReadableJson.Write(value);
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = LongestText - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private sealed record Inputs(
        ConnectorDefinition Definition,
        ExampleResponse Example,
        string Path,
        FieldType Type,
        IReadOnlyList<FieldTransformation> Steps
    )
    {
        public bool Equals(Inputs? other) =>
            other is not null
            && Example == other.Example
            && Path == other.Path
            && ReferenceEquals(Steps, other.Steps)
            && ReferenceEquals(Definition.DataInputs, other.Definition.DataInputs);

        public override int GetHashCode() => HashCode.Combine(Path, Steps.Count);
    }
}

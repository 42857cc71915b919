using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Shape;

/// <summary>Shapes an example as a definition says. It may take long, since expressions and code run in processes of their own.</summary>
public delegate Task<Outcome<ShapedResponse, StageFailure>> ShapeResponse(
    ConnectorDefinition definition,
    ExampleResponse example,
    CancellationToken cancellationToken
);

/// <summary>What a definition makes of its example, kept up with the typing. The last good result stays until there is a better one.</summary>
/// <param name="shape">Works it out.</param>
/// <param name="clock">Measures the pause in typing.</param>
/// <param name="changed">Told of every result, on any thread.</param>
internal sealed class LiveShape(ShapeResponse shape, TimeProvider clock, Action changed)
    : IDisposable
{
    private static readonly StageFailure Unexpected = new(
        ErrorType.ResponseMapping,
        "The result could not be worked out just now. Change something, or try again in a moment."
    );

    private LatestRun<ShapeInputs, Box>? latest;

    /// <summary>The last good result; null before the first.</summary>
    public ShapedResponse? Result { get; private set; }

    /// <summary>Why there is no result for what was asked last; null when there is one, or not yet.</summary>
    public StageFailure? Failure { get; private set; }

    /// <summary>Whether something is being worked out.</summary>
    public bool IsRunning => latest?.IsRunning == true;

    /// <summary>Whether <see cref="Result"/> is one from before <see cref="Failure"/>.</summary>
    public bool IsStale => Result is not null && Failure is not null;

    /// <summary>Asks for the shape of a definition's example; nothing happens when nothing that counts for it has changed.</summary>
    public void Request(ConnectorDefinition definition)
    {
        if (definition.ExampleResponse is { } example)
        {
            latest ??= new(RunAsync, Settle, clock);
            latest.Request(new ShapeInputs(definition, example));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => latest?.Dispose();

    private async Task<Box> RunAsync(ShapeInputs inputs, CancellationToken cancellationToken) =>
        new(await shape(inputs.Definition, inputs.Example, cancellationToken));

    private void Settle(Box? box)
    {
        if (box is null)
        {
            Failure = Unexpected;
        }
        else
        {
            Result = box.Outcome.IsSuccess ? box.Outcome.Value : Result;
            Failure = box.Outcome.Failure;
        }

        changed();
    }

    private sealed record Box(Outcome<ShapedResponse, StageFailure> Outcome);

    /// <summary>A definition, equal to another when its example takes the same shape. Lists are compared by identity: an edit replaces them.</summary>
    private sealed class ShapeInputs(ConnectorDefinition definition, ExampleResponse example)
    {
        public ConnectorDefinition Definition { get; } = definition;

        public ExampleResponse Example { get; } = example;

        public override bool Equals(object? obj) =>
            obj is ShapeInputs other
            && Definition.DataAccess == other.Definition.DataAccess
            && Definition.ResponseTransformation == other.Definition.ResponseTransformation
            && ReferenceEquals(Definition.ResponseFields, other.Definition.ResponseFields)
            && ReferenceEquals(Definition.DataInputs, other.Definition.DataInputs)
            && Definition.PythonCode == other.Definition.PythonCode
            && Definition.JavaScriptCode == other.Definition.JavaScriptCode
            && Example == other.Example;

        public override int GetHashCode() => Example.GetHashCode();
    }
}

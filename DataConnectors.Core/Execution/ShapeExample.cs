using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>Shows what a draft makes of an example answer, through the stage that shapes the answers of real runs.</summary>
public sealed class ShapeExample
{
    private readonly ResponseShaper shaper;

    private readonly TimeProvider clock;

    internal ShapeExample(ResponseShaper shaper, TimeProvider clock)
    {
        this.shaper = shaper;
        this.clock = clock;
    }

    /// <summary>The example as Fin would see it, or why it could not be shaped. Data inputs have their example values.</summary>
    public async Task<Outcome<ShapedResponse, StageFailure>> RunAsync(
        long connectorId,
        ConnectorDefinition definition,
        ExampleResponse example,
        CancellationToken cancellationToken
    ) =>
        await shaper.ShapeAsync(
            ExecutionSubject.Of(connectorId, definition, clock),
            RawResponse.Of(example),
            new ExampleInputs(definition),
            cancellationToken
        );
}

using System.Text;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data;

/// <summary>Shapes an example by its response fields alone, at once.</summary>
internal static class ExampleShaping
{
    public static Task<Outcome<ShapedResponse, StageFailure>> ShapeAsync(
        ConnectorDefinition definition,
        ExampleResponse example,
        CancellationToken cancellationToken
    )
    {
        var root = ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .Value.Root;
        return Task.FromResult<Outcome<ShapedResponse, StageFailure>>(
            new ShapedResponse(
                definition.DataAccess == DataAccess.Full
                    ? root
                    : new FieldSelector(definition.ResponseFields, TimeProvider.System)
                        .Shape(root)
                        .Root,
                root
            )
        );
    }
}

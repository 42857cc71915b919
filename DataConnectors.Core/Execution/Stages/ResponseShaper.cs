using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 7: judges the status, parses the answer and cuts it down to what Fin may see.</summary>
internal static class ResponseShaper
{
    public static Outcome<ShapedResponse, StageFailure> Shape(
        CompiledConnector connector,
        RawResponse response
    )
    {
        if (response.Status is < 200 or > 299)
        {
            return new StageFailure(ErrorType.ThirdParty, StatusAdvice.For(response));
        }

        if (
            !ResponseParser
                .Parse(response.Body, response.ContentType)
                .TryGet(out var parsed, out var failure)
        )
        {
            return new StageFailure(ErrorType.ResponseMapping, failure.Message);
        }

        return new ShapedResponse(
            connector.Fields?.Shape(parsed.Root).Root ?? parsed.Root,
            parsed.Root
        );
    }
}

using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Answers that the operations on connectors share.</summary>
internal static class ConnectorAnswers
{
    /// <summary>The connector is not what the caller wanted to change.</summary>
    public static IResult ChangedMeanwhile() =>
        ApiErrors.Of(
            StatusCodes.Status412PreconditionFailed,
            ErrorCodes.PreconditionFailed,
            "Data connector has changed since you read it. Read it again, and send your change with its new ETag"
        );

    /// <summary>Why a command was not carried out.</summary>
    /// <param name="fault">The reason.</param>
    /// <param name="inUse">What cannot be done while something uses the connector.</param>
    /// <param name="conflict">What the state of the connector does not allow; null for what the reason says.</param>
    public static IResult Of(Fault fault, string inUse, string? conflict = null) =>
        fault.Kind switch
        {
            FaultKind.NotFound => NotFound.DataConnector(),
            FaultKind.InUse => ApiErrors.Of(
                StatusCodes.Status409Conflict,
                ErrorCodes.DataConnectorInUse,
                inUse
            ),
            FaultKind.Conflict => ApiErrors.Of(
                StatusCodes.Status409Conflict,
                ErrorCodes.Conflict,
                conflict ?? fault.Message
            ),
            _ => ApiErrors.Of(fault),
        };

    /// <summary>The draft of a connector with its tag.</summary>
    public static IResult Draft(HttpContext context, ConnectorDraft draft, int statusCode)
    {
        context.Response.Headers.ETag = ConnectorTag.Of(draft.Stamp);
        return ApiJson.Result(draft.ToDetail(draft.Definition), statusCode);
    }
}

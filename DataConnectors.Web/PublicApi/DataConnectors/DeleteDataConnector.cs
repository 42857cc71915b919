using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Deletes a connector that is in draft state and that nothing uses.</summary>
internal static class DeleteDataConnector
{
    /// <param name="id">The unique identifier of the data connector.</param>
    public static async Task<IResult> HandleAsync(
        string id,
        HttpContext context,
        ConnectorQueries queries,
        DeleteConnector deleteConnector
    )
    {
        var connectorId = WireId.Read(id);
        long? revision = null;
        if (context.Request.NamesState())
        {
            if (await queries.FindStampAsync(connectorId, context.RequestAborted) is not { } stamp)
            {
                return NotFound.DataConnector();
            }

            if (!context.Request.AllowsChangeOf(ConnectorTag.Of(stamp)))
            {
                return ConnectorAnswers.ChangedMeanwhile();
            }

            revision = stamp.Revision;
        }

        var deleted = await deleteConnector.RunAsync(
            context.Grant().Actor,
            connectorId,
            CancellationToken.None,
            revision
        );
        if (deleted.TryGet(out _, out var fault))
        {
            return ApiJson.Result(new DeletedDataConnectorObject(id));
        }

        // A draft of another revision than the one that was named is a conflict, too.
        return
            fault.Kind == FaultKind.Conflict
            && await queries.FindStampAsync(connectorId, context.RequestAborted) is { } now
            && !context.Request.AllowsChangeOf(ConnectorTag.Of(now))
            ? ConnectorAnswers.ChangedMeanwhile()
            : ConnectorAnswers.Of(
                fault,
                "Data connector is in use by other resources and cannot be deleted",
                "Data connector must be in draft state to be deleted"
            );
    }
}

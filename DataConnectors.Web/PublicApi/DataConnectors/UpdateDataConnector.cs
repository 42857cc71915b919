using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>
/// Changes the members that were sent, in the draft; what is live goes on unchanged until the draft is published. Either all of a
/// request is done or nothing: rules that would keep the draft from going live are asked before it is saved.
/// </summary>
internal static class UpdateDataConnector
{
    // Each lost race is one that another editor won, so some tries are enough for any number of them that is not an attack.
    private const int Tries = 8;

    /// <param name="id">The unique identifier of the data connector.</param>
    public static async Task<IResult> HandleAsync(
        string id,
        HttpContext context,
        ConnectorQueries queries,
        ConnectorChange change
    )
    {
        if (
            !(
                await RequestBody.ReadAsync<UpdateDataConnectorRequest>(
                    context,
                    ReadOnlyMembers<UpdateDataConnectorRequest, DataConnectorDetail>.Names
                )
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal.ToResult();
        }

        var connectorId = WireId.Read(id);
        Fault? lost = null;
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await queries.FindDraftAsync(connectorId, context.RequestAborted) is not { } draft)
            {
                return NotFound.DataConnector();
            }

            if (!context.Request.AllowsChangeOf(ConnectorTag.Of(draft.Stamp)))
            {
                return ConnectorAnswers.ChangedMeanwhile();
            }

            if (
                !SettingsMapping
                    .Apply(draft.Definition, sent.Value, sent.Given)
                    .TryGet(out var definition, out refusal)
            )
            {
                return refusal.ToResult();
            }

            lost = await change.RunAsync(context, draft, definition, sent.Value.State);
            if (lost is null)
            {
                return
                    await queries.FindDraftAsync(connectorId, context.RequestAborted) is { } changed
                    ? ConnectorAnswers.Draft(context, changed, StatusCodes.Status200OK)
                    : NotFound.DataConnector();
            }

            if (lost.Kind != FaultKind.Conflict)
            {
                return ConnectorAnswers.Of(
                    lost,
                    "Data connector is in use by other resources and cannot be set to draft"
                );
            }
        }

        return ApiErrors.Of(lost!);
    }
}

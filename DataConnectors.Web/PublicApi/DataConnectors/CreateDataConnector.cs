using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Makes a connector in draft state.</summary>
internal static class CreateDataConnector
{
    /// <summary>What the contract says of a connector that is made here; the builder begins with Fin's use switched on.</summary>
    public static readonly ConnectorDefinition Beginning = new()
    {
        DirectFinUsage = false,
        CustomerAuthentication = false,
    };

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        CreateConnector createConnector,
        ConnectorQueries queries
    )
    {
        if (
            !(
                await RequestBody.ReadAsync<CreateDataConnectorRequest>(
                    context,
                    ReadOnlyMembers<CreateDataConnectorRequest, DataConnectorDetail>.Names
                )
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal.ToResult();
        }

        var given = sent.Given.Append("name").ToHashSet(StringComparer.Ordinal);
        if (
            !SettingsMapping
                .Apply(Beginning, sent.Value, given)
                .TryGet(out var definition, out refusal)
        )
        {
            return refusal.ToResult();
        }

        // The command is not cancelled with the request: half of a wait is no reason to leave the caller unsure of what was made.
        var created = await createConnector.RunAsync(
            context.Grant().Actor,
            definition,
            CancellationToken.None
        );
        if (!created.TryGet(out var id, out var fault))
        {
            return ApiErrors.Of(fault);
        }

        if (await queries.FindDraftAsync(id, context.RequestAborted) is not { } draft)
        {
            return NotFound.DataConnector();
        }

        context.Response.Headers.Location = $"/data_connectors/{id}";
        return ConnectorAnswers.Draft(context, draft, StatusCodes.Status201Created);
    }
}

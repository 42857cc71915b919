using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.DataConnectors;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>Makes a connector that has a name and nothing else.</summary>
internal static class CreateNamedConnector
{
    private static readonly HashSet<string> NothingReadOnly = [];

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        CreateConnector createConnector
    )
    {
        if (
            !(
                await RequestBody.ReadAsync<CreateFinSdkConnectorRequest>(context, NothingReadOnly)
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal.ToResult();
        }

        if (sent.Value.Name is not { } name || string.IsNullOrWhiteSpace(name))
        {
            var faults = new SettingFaults();
            faults.AddMissing("Name is required");
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var created = await createConnector.RunAsync(
            context.Grant().Actor,
            CreateDataConnector.Beginning with
            {
                Name = name,
            },
            CancellationToken.None
        );
        if (!created.TryGet(out var connectorId, out var fault))
        {
            return ApiErrors.Of(fault);
        }

        var id = WireId.Of(connectorId);
        return ApiJson.Result(
            new CreatedFinSdkConnector(
                id,
                name,
                $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/settings/integrations/data-connectors/{id}/edit",
                "Open the URL to finish it: request, inputs, outputs and authentication. Then set it live."
            ),
            StatusCodes.Status201Created
        );
    }
}

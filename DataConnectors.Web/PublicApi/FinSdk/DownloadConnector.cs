using DataConnectors.Core.Connectors;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>Reads one connector in short.</summary>
internal static class DownloadConnector
{
    /// <param name="id">The unique identifier of the data connector.</param>
    public static async Task<IResult> HandleAsync(
        string id,
        ConnectorQueries queries,
        LiveVersions versions,
        CancellationToken cancellationToken
    )
    {
        var connectorId = WireId.Read(id);
        if (await queries.FindDraftAsync(connectorId, cancellationToken) is not { } draft)
        {
            return NotFound.DataConnector();
        }

        var live = draft.LiveVersionId is { } versionId
            ? await versions.FindDefinitionAsync(versionId, cancellationToken)
            : null;
        var definition = live ?? draft.Definition;
        return ApiJson.Result(
            new FinSdkConnector(
                WireId.Of(connectorId),
                definition.Name,
                Words.States.ToWire(draft.State),
                definition.Description,
                definition.DirectFinUsage,
                new FinSdkRequest(Words.Methods.ToWire(definition.Method), definition.Url),
                definition
                    .DataInputs.DistinctBy(input => input.Name, StringComparer.Ordinal)
                    .ToDictionary(
                        input => input.Name,
                        input => new FinSdkInput(
                            Words.InputTypes.ToWire(input.Type),
                            input.Description,
                            input.IsRequired
                        ),
                        StringComparer.Ordinal
                    ),
                OutputsOf(definition)
            )
        );
    }

    private static Dictionary<string, FinSdkOutput> OutputsOf(ConnectorDefinition definition) =>
        (
            definition.DataAccess == DataAccess.Full
                ? Examples
                    .FieldsOf(definition.ExampleResponse)
                    .Select(field => (field.Path, field.Type))
                : definition
                    .ResponseFields.Where(field => field.IsExposed)
                    .Select(field => (field.Path, field.Type))
        )
            .DistinctBy(field => field.Path, StringComparer.Ordinal)
            .ToDictionary(
                field => field.Path,
                field => new FinSdkOutput(Words.FieldTypes.ToWire(field.Type)),
                StringComparer.Ordinal
            );
}

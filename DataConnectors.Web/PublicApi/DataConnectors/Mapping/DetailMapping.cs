using System.Text.Json;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>Writes a connector as the wire has it.</summary>
internal static class DetailMapping
{
    /// <summary>What stands for a value that is not shown.</summary>
    public const string Hidden = "****";

    /// <summary>The detail of a connector.</summary>
    /// <param name="connector">The connector with its draft.</param>
    /// <param name="definition">The definition to show: the draft, or the live version.</param>
    public static DataConnectorDetail ToDetail(
        this ConnectorDraft connector,
        ConnectorDefinition definition
    )
    {
        var (mock, example) = Examples.ToWire(definition.ExampleResponse);
        var (language, code, kept) = Transformations.ToWire(definition);
        var roles = RoleAudience.Read(definition.CustomAudience);
        return new DataConnectorDetail
        {
            Id = WireId.Of(connector.ConnectorId),
            Name = definition.Name,
            Description = definition.Description,
            InternalDescription = definition.InternalDescription,
            State = Words.States.ToWire(connector.State),
            HttpMethod = Words.Methods.ToWire(definition.Method),
            Url = definition.Url,
            Body = definition.Body,
            BodyFormat = Words.BodyFormats.ToWire(definition.BodyFormat),
            Headers =
            [
                .. definition.Headers.Select(header => new ConnectorHeader
                {
                    Name = header.Name,
                    Value = Hidden,
                }),
            ],
            DirectFinUsage = definition.DirectFinUsage,
            Audiences = [.. (roles ?? []).Select(Words.Audiences.ToWire)],
            AudienceIds = [.. definition.AudienceIds.Select(WireId.Of)],
            CustomAudience =
                roles is null && definition.CustomAudience is { } rule
                    ? AudienceMapping.ToWire(rule)
                    : null,
            RolloutPercentage = definition.RolloutPercent,
            ConfigurationResponseType = Words.Origins.ToWire(definition.ExampleOrigin),
            MockResponse = mock,
            ExampleResponse = example,
            DataTransformationType = Transformations.TypeOf(definition),
            TransformationLanguage = language,
            TransformationCode = code,
            KeptTransformationCode = kept,
            DataInputs = [.. definition.DataInputs.Select(PartMapping.ToWire)],
            ResponseFields = FieldsOf(definition),
            ObjectMappings = [.. definition.ObjectMappings.Select(PartMapping.ToWire)],
            TokenIds = [.. definition.TokenIds.Select(WireId.Of)],
            CustomerAuthentication = definition.CustomerAuthentication,
            BypassAuthentication = definition.BypassAuthentication,
            ValidateMissingAttributes = definition.ValidateMissingAttributes,
            TimeoutMs = definition.TimeoutMilliseconds,
            ResponseCapBytes = definition.ResponseCapBytes,
            ExpectedStatuses = definition.ExpectedStatuses,
            CreatedByAdminId = WireId.Of(connector.CreatedById),
            UpdatedByAdminId = WireId.Of(connector.SavedById),
            CreatedAt = connector.CreatedAt,
            UpdatedAt = connector.SavedAt,
            ExecutionResultsUrl = ExecutionResultsOf(connector.ConnectorId),
        };
    }

    /// <summary>A row of the list.</summary>
    public static DataConnector ToListed(this ConnectorSummary connector) =>
        new(
            WireId.Of(connector.Id),
            connector.Name,
            connector.Description,
            Words.States.ToWire(connector.State),
            Words.Methods.ToWire(connector.Method),
            connector.DirectFinUsage,
            WireId.Of(connector.CreatedById),
            WireId.Of(connector.SavedById),
            connector.CreatedAt,
            connector.UpdatedAt,
            ExecutionResultsOf(connector.Id)
        );

    private static string ExecutionResultsOf(long id) =>
        $"/data_connectors/{WireId.Of(id)}/execution_results";

    private static IReadOnlyList<ConnectorResponseField> FieldsOf(ConnectorDefinition definition)
    {
        if (definition.ResponseFields.Count == 0)
        {
            return [];
        }

        var examples = Examples
            .FieldsOf(definition.ExampleResponse)
            .DistinctBy(field => field.Path, StringComparer.Ordinal)
            .ToDictionary(field => field.Path, StringComparer.Ordinal);
        return
        [
            .. definition.ResponseFields.Select(field =>
                PartMapping.ToWire(field, ExampleOf(examples.GetValueOrDefault(field.Path)))
            ),
        ];
    }

    private static JsonElement? ExampleOf(FieldNode? field) =>
        field?.ExampleValue is not { } text ? null
        : field.Type is FieldType.Integer or FieldType.Decimal or FieldType.Boolean
        && !text.EndsWith('…')
            ? JsonElement.Parse(text)
        : JsonSerializer.SerializeToElement(text);
}

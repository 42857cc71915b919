using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>
/// A data connector with everything that configures it. Sent back as it came, it changes nothing: what cannot be sent is ignored.
/// </summary>
internal sealed record DataConnectorDetail
{
    /// <summary>Always <c>data_connector</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "data_connector";

    /// <summary>The unique identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What Fin reads to choose it.</summary>
    public required string? Description { get; init; }

    /// <summary>The team's own notes, which Fin never reads.</summary>
    public required string InternalDescription { get; init; }

    /// <summary>Whether it serves customers now, whichever version this is.</summary>
    public required StateName State { get; init; }

    /// <summary>The method it calls with.</summary>
    public required HttpMethodName HttpMethod { get; init; }

    /// <summary>The URL, with placeholders such as <c>{{order_id}}</c>.</summary>
    public required string? Url { get; init; }

    /// <summary>The body, with placeholders.</summary>
    public required string Body { get; init; }

    /// <summary>How values in the body are encoded, and which content type is sent.</summary>
    public required BodyFormatName BodyFormat { get; init; }

    /// <summary>Headers that every call carries, their values hidden as <c>****</c>.</summary>
    public required IReadOnlyList<ConnectorHeader> Headers { get; init; }

    /// <summary>Whether Fin triggers it by itself.</summary>
    public required bool DirectFinUsage { get; init; }

    /// <summary>
    /// People for whom Fin may choose it, where its custom audience is no more than a list of these; empty for everyone, and where
    /// <c>audience_ids</c> or <c>custom_audience</c> say for whom.
    /// </summary>
    public required IReadOnlyList<AudienceName> Audiences { get; init; }

    /// <summary>IDs of the Fin audiences for which Fin may choose it, one of which is enough.</summary>
    public required IReadOnlyList<string> AudienceIds { get; init; }

    /// <summary>The rule of this data connector alone; null where there is none, or <c>audiences</c> says it.</summary>
    public required ConnectorAudience? CustomAudience { get; init; }

    /// <summary>For which share of its audience Fin may choose it, in percent.</summary>
    public required int RolloutPercentage { get; init; }

    /// <summary>Where the call is made: always <c>server_side</c>.</summary>
    public ExecutionTypeName ExecutionType { get; } = ExecutionTypeName.ServerSide;

    /// <summary>Where the example response comes from.</summary>
    public required ConfigurationResponseTypeName ConfigurationResponseType { get; init; }

    /// <summary>The example response where it is a JSON object or list with status 200; null otherwise.</summary>
    public required RawJson? MockResponse { get; init; }

    /// <summary>Any other example response; null otherwise.</summary>
    public required ConnectorExampleResponse? ExampleResponse { get; init; }

    /// <summary>What Fin may read.</summary>
    public required DataTransformationTypeName DataTransformationType { get; init; }

    /// <summary>What the transformation code is written in; null while there is none.</summary>
    public required TransformationLanguageName? TransformationLanguage { get; init; }

    /// <summary>The transformation code; null while there is none.</summary>
    public required string? TransformationCode { get; init; }

    /// <summary>Transformation code that is kept while it is not used; null when there is none.</summary>
    public required ConnectorKeptCode? KeptTransformationCode { get; init; }

    /// <summary>Always null: nothing runs in the client.</summary>
    public string? ClientFunctionName { get; }

    /// <summary>Always null: nothing runs in the client.</summary>
    public int? ClientFunctionTimeoutMs { get; }

    /// <summary>Values gathered before a run.</summary>
    public required IReadOnlyList<ConnectorDataInput> DataInputs { get; init; }

    /// <summary>What is done with the fields of the answer.</summary>
    public required IReadOnlyList<ConnectorResponseField> ResponseFields { get; init; }

    /// <summary>Objects of the answer that are stored.</summary>
    public required IReadOnlyList<ConnectorObjectMapping> ObjectMappings { get; init; }

    /// <summary>IDs of the authentication tokens that every call carries.</summary>
    public required IReadOnlyList<string> TokenIds { get; init; }

    /// <summary>Whether it runs only for a person who satisfies the workspace's authentication rules.</summary>
    public required bool CustomerAuthentication { get; init; }

    /// <summary>Whether the endpoint is public, so that nobody need be authenticated.</summary>
    public required bool BypassAuthentication { get; init; }

    /// <summary>Whether a run fails before anything is sent when a required data input has no value.</summary>
    public required bool ValidateMissingAttributes { get; init; }

    /// <summary>How long the whole run may take, in milliseconds.</summary>
    public required int TimeoutMs { get; init; }

    /// <summary>How many bytes of the answer are read before the run fails.</summary>
    public required int ResponseCapBytes { get; init; }

    /// <summary>Statuses outside 2xx that are an ordinary answer of the API.</summary>
    public required IReadOnlyList<int> ExpectedStatuses { get; init; }

    /// <summary>Who made it.</summary>
    public required string? CreatedByAdminId { get; init; }

    /// <summary>Who saved it last.</summary>
    public required string? UpdatedByAdminId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its draft or state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where its execution results are.</summary>
    public required string ExecutionResultsUrl { get; init; }
}

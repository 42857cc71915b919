using System.Text.Json;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>Everything of a data connector that can be sent. A member that is null has its default.</summary>
internal abstract record DataConnectorSettings
{
    /// <summary>The name; needed.</summary>
    public string? Name { get; init; }

    /// <summary>What Fin reads to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>The team's own notes, which Fin never reads.</summary>
    public string? InternalDescription { get; init; }

    /// <summary>The method it calls with.</summary>
    [Refusal("Http Method isn't an option")]
    public HttpMethodName? HttpMethod { get; init; }

    /// <summary>The URL, with placeholders such as <c>{{order_id}}</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The body, with placeholders.</summary>
    public string? Body { get; init; }

    /// <summary>How values in the body are encoded, and which content type is sent.</summary>
    public BodyFormatName? BodyFormat { get; init; }

    /// <summary>Whether Fin triggers it by itself (true), or only people and automations do.</summary>
    public bool? DirectFinUsage { get; init; }

    /// <summary>
    /// People for whom Fin may choose it; empty for everyone. It is a custom audience of roles, and leaves one of any other kind as it is when
    /// it is empty.
    /// </summary>
    [Refusal("Invalid audiences. Must be a subset of: leads, users, visitors")]
    public IReadOnlyList<AudienceName>? Audiences { get; init; }

    /// <summary>IDs of Fin audiences for which Fin may choose it, one of which is enough; an empty list removes all. Not beside a custom audience.</summary>
    public IReadOnlyList<string>? AudienceIds { get; init; }

    /// <summary>The rule of this data connector alone; null removes it, and leaves one that <c>audiences</c> says as it is.</summary>
    public ConnectorAudience? CustomAudience { get; init; }

    /// <summary>For which share of its audience Fin may choose it, 1–100 percent.</summary>
    public int? RolloutPercentage { get; init; }

    /// <summary>Headers that every call carries; replaces all there are.</summary>
    public IReadOnlyList<ConnectorHeader>? Headers { get; init; }

    /// <summary>Values gathered before a run; replaces all there are.</summary>
    public IReadOnlyList<ConnectorDataInput>? DataInputs { get; init; }

    /// <summary>Whether it runs only for a person who satisfies the workspace's authentication rules.</summary>
    public bool? CustomerAuthentication { get; init; }

    /// <summary>Whether the endpoint is public, so that nobody need be authenticated.</summary>
    public bool? BypassAuthentication { get; init; }

    /// <summary>Whether a run fails before anything is sent when a required data input has no value.</summary>
    public bool? ValidateMissingAttributes { get; init; }

    /// <summary>
    /// An answer that the API could give with status 200. Makes <c>response_fields</c> and sets <c>configuration_response_type</c> to
    /// <c>mock_response_type</c> where these are not sent beside it.
    /// </summary>
    public JsonElement? MockResponse { get; init; }

    /// <summary>The same where the answer is no JSON object or list, or its status is another.</summary>
    public ConnectorExampleResponse? ExampleResponse { get; init; }

    /// <summary>Where the example response comes from.</summary>
    public ConfigurationResponseTypeName? ConfigurationResponseType { get; init; }

    /// <summary>IDs of the authentication tokens that every call carries; an empty list removes all.</summary>
    public IReadOnlyList<string>? TokenIds { get; init; }

    /// <summary>What Fin may read.</summary>
    public DataTransformationTypeName? DataTransformationType { get; init; }

    /// <summary>What the transformation code is written in; null while there is none.</summary>
    public TransformationLanguageName? TransformationLanguage { get; init; }

    /// <summary>The transformation code.</summary>
    public string? TransformationCode { get; init; }

    /// <summary>Transformation code that is kept while it is not used.</summary>
    public ConnectorKeptCode? KeptTransformationCode { get; init; }

    /// <summary>What is done with the fields of the answer; replaces all there are.</summary>
    public IReadOnlyList<ConnectorResponseField>? ResponseFields { get; init; }

    /// <summary>Objects of the answer that are stored; replaces all there are.</summary>
    public IReadOnlyList<ConnectorObjectMapping>? ObjectMappings { get; init; }

    /// <summary>How long the whole run may take, 1,000–30,000 ms.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>How many bytes of the answer are read before the run fails.</summary>
    public int? ResponseCapBytes { get; init; }

    /// <summary>Statuses outside 2xx that are an ordinary answer of the API.</summary>
    public IReadOnlyList<int>? ExpectedStatuses { get; init; }
}

/// <summary>What a data connector is made of. Only <c>name</c> is needed: a draft may be incomplete.</summary>
[Needed("name")]
internal sealed record CreateDataConnectorRequest : DataConnectorSettings;

/// <summary>What of a data connector is changed: the members that are sent, and no other.</summary>
internal sealed record UpdateDataConnectorRequest : DataConnectorSettings
{
    /// <summary>Set to <c>live</c> to publish the draft, to <c>draft</c> to take it away from customers.</summary>
    [Refusal("Invalid state. Must be one of: draft, live")]
    public StateName? State { get; init; }
}

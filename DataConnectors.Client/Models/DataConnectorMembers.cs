using System.Text.Json;
using DataConnectors.Client.Names;
using DataConnectors.Client.Serialization;

namespace DataConnectors.Client.Models;

/// <summary>The configuration that a request may carry. What is not set is not sent: it has its default, or stays as it is.</summary>
public abstract record DataConnectorMembers
{
    /// <summary>What Fin reads to choose it.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>The team's own notes; Fin never reads them.</summary>
    public Optional<string?> InternalDescription { get; init; }

    /// <summary>The method of the call.</summary>
    public Optional<HttpMethodName> HttpMethod { get; init; }

    /// <summary>The URL template, with placeholders such as <c>{{order_id}}</c>.</summary>
    public Optional<string?> Url { get; init; }

    /// <summary>The body template.</summary>
    public Optional<string?> Body { get; init; }

    /// <summary>How values in the body are encoded, and which content type is sent.</summary>
    public Optional<BodyFormat> BodyFormat { get; init; }

    /// <summary>The headers of the call; they replace all that were there.</summary>
    public OptionalList<HeaderValue> Headers { get; init; }

    /// <summary>The values gathered before a run; they replace all that were there.</summary>
    public OptionalList<DataInput> DataInputs { get; init; }

    /// <summary>Whether Fin triggers it by itself.</summary>
    public Optional<bool> DirectFinUsage { get; init; }

    /// <summary>Whom it is for, by role; empty for everyone.</summary>
    public OptionalList<AudienceRole> Audiences { get; init; }

    /// <summary>The Fin audiences it is for, one of which is enough; empty for none. Not beside a custom audience.</summary>
    public OptionalList<string> AudienceIds { get; init; }

    /// <summary>A rule of its own that says whom it is for; null removes it.</summary>
    public Optional<AudiencePredicate?> CustomAudience { get; init; }

    /// <summary>For which share of its audience it is, 1–100 percent.</summary>
    public Optional<int> RolloutPercentage { get; init; }

    /// <summary>The tokens that are sent with every call; empty for none.</summary>
    public OptionalList<string> TokenIds { get; init; }

    /// <summary>Whether it runs only for people who are authenticated.</summary>
    public Optional<bool> CustomerAuthentication { get; init; }

    /// <summary>Whether the endpoint is public, so that nobody need be authenticated.</summary>
    public Optional<bool> BypassAuthentication { get; init; }

    /// <summary>Whether a run without a required value fails before anything is sent.</summary>
    public Optional<bool> ValidateMissingAttributes { get; init; }

    /// <summary>A JSON answer for previews; response fields are inferred from it unless they are sent beside it.</summary>
    public Optional<JsonElement?> MockResponse { get; init; }

    /// <summary>An answer for previews that is no JSON, or has another status than 200.</summary>
    public Optional<ExampleResponse?> ExampleResponse { get; init; }

    /// <summary>Where the answer for previews comes from.</summary>
    public Optional<ConfigurationResponseType> ConfigurationResponseType { get; init; }

    /// <summary>What is left of an answer for Fin to read.</summary>
    public Optional<TransformationType> DataTransformationType { get; init; }

    /// <summary>What the code is written in.</summary>
    public Optional<TransformationLanguage?> TransformationLanguage { get; init; }

    /// <summary>The code, where the answer is transformed by code.</summary>
    public Optional<string?> TransformationCode { get; init; }

    /// <summary>Code that is kept while it is not used.</summary>
    public Optional<KeptCode?> KeptTransformationCode { get; init; }

    /// <summary>The fields of the answer.</summary>
    public OptionalList<ResponseField> ResponseFields { get; init; }

    /// <summary>What of the answer is stored, and where.</summary>
    public OptionalList<ObjectMapping> ObjectMappings { get; init; }

    /// <summary>How long a run may take, in milliseconds.</summary>
    public Optional<int> TimeoutMs { get; init; }

    /// <summary>How many bytes of the answer are read before the run fails.</summary>
    public Optional<int> ResponseCapBytes { get; init; }

    /// <summary>Statuses outside 2xx that are an ordinary answer.</summary>
    public OptionalList<int> ExpectedStatuses { get; init; }
}

/// <summary>A data connector to be created. It begins as a draft.</summary>
public sealed record NewDataConnector : DataConnectorMembers
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }
}

/// <summary>
/// Changes of a data connector. Without <see cref="State"/> they change the draft, and what is live runs on as it is.
/// </summary>
public sealed record DataConnectorChanges : DataConnectorMembers
{
    /// <summary>The name.</summary>
    public Optional<string> Name { get; init; }

    /// <summary><c>live</c> publishes the draft; <c>draft</c> takes the connector out of service.</summary>
    public Optional<ConnectorState> State { get; init; }
}

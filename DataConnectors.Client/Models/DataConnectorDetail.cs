using System.Text.Json;
using System.Text.Json.Serialization;
using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A data connector with all of its configuration.</summary>
public sealed record DataConnectorDetail : DataConnector
{
    /// <summary>
    /// Names this state of the draft; pass it as <c>ifMatch</c> with a change, so that the change is refused when somebody else was faster.
    /// Comes with the answer's header; null where there was none.
    /// </summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The team's own notes; Fin never reads them.</summary>
    public string? InternalDescription { get; init; }

    /// <summary>The URL template.</summary>
    public string? Url { get; init; }

    /// <summary>The body template.</summary>
    public string? Body { get; init; }

    /// <summary>How values in the body are encoded, and which content type is sent.</summary>
    public BodyFormat? BodyFormat { get; init; }

    /// <summary>The headers of the call. Values that could be secrets are <c>"****"</c>; sent back so, they stay as they are.</summary>
    public IReadOnlyList<HeaderValue> Headers { get; init; } = [];

    /// <summary>The values gathered before a run.</summary>
    public IReadOnlyList<DataInput> DataInputs { get; init; } = [];

    /// <summary>Whom it is for, by role; empty for everyone, and where audiences or a rule of its own say whom.</summary>
    public IReadOnlyList<AudienceRole> Audiences { get; init; } = [];

    /// <summary>The Fin audiences it is for, one of which is enough.</summary>
    public IReadOnlyList<string> AudienceIds { get; init; } = [];

    /// <summary>A rule of its own that says whom it is for; null where there is none.</summary>
    public AudiencePredicate? CustomAudience { get; init; }

    /// <summary>For which share of its audience it is, in percent.</summary>
    public int? RolloutPercentage { get; init; }

    /// <summary>Where it runs; always <c>server_side</c> today.</summary>
    public string? ExecutionType { get; init; }

    /// <summary>Where the example response comes from.</summary>
    public ConfigurationResponseType? ConfigurationResponseType { get; init; }

    /// <summary>What is left of an answer for Fin to read.</summary>
    public TransformationType? DataTransformationType { get; init; }

    /// <summary>What the code is written in; null where there is none.</summary>
    public TransformationLanguage? TransformationLanguage { get; init; }

    /// <summary>The code, where the answer is transformed by code; null where there is none.</summary>
    public string? TransformationCode { get; init; }

    /// <summary>Code that is kept while it is not used; null where there is none.</summary>
    public KeptCode? KeptTransformationCode { get; init; }

    /// <summary>The fields of the answer.</summary>
    public IReadOnlyList<ResponseField> ResponseFields { get; init; } = [];

    /// <summary>What of the answer is stored, and where.</summary>
    public IReadOnlyList<ObjectMapping> ObjectMappings { get; init; } = [];

    /// <summary>The tokens that are sent with every call.</summary>
    public IReadOnlyList<string> TokenIds { get; init; } = [];

    /// <summary>Whether it runs only for people who are authenticated.</summary>
    public bool CustomerAuthentication { get; init; }

    /// <summary>Whether the endpoint is public, so that nobody need be authenticated.</summary>
    public bool BypassAuthentication { get; init; }

    /// <summary>Whether a run without a required value fails before anything is sent.</summary>
    public bool? ValidateMissingAttributes { get; init; }

    /// <summary>How long a run may take, in milliseconds.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>How many bytes of the answer are read before a run fails.</summary>
    public int? ResponseCapBytes { get; init; }

    /// <summary>Statuses outside 2xx that are an ordinary answer.</summary>
    public IReadOnlyList<int> ExpectedStatuses { get; init; } = [];

    /// <summary>The answer that previews use, where it is JSON with status 200.</summary>
    public JsonElement? MockResponse { get; init; }

    /// <summary>The answer that previews use, where it is anything else.</summary>
    public ExampleResponse? ExampleResponse { get; init; }

    /// <summary>The function in the browser, for connectors that run there.</summary>
    public string? ClientFunctionName { get; init; }

    /// <summary>How long that function may take, in milliseconds.</summary>
    public int? ClientFunctionTimeoutMs { get; init; }
}

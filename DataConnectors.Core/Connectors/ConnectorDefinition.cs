using System.Text.Json.Serialization;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors;

/// <summary>
/// Everything that configures one API call: immutable, compared by value through its JSON, frozen as JSON by a version. Draft
/// and live differ by which definition is passed, never by code path.
/// </summary>
public sealed record ConnectorDefinition
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The time-out when none is chosen: 15 s.</summary>
    public const int DefaultTimeoutMilliseconds = 15_000;

    /// <summary>The shortest time-out: 1 s.</summary>
    public const int MinTimeoutMilliseconds = 1_000;

    /// <summary>The longest time-out: 30 s.</summary>
    public const int MaxTimeoutMilliseconds = 30_000;

    /// <summary>The response cap: 1 MiB.</summary>
    public const int DefaultResponseCapBytes = 1024 * 1024;

    /// <summary>The smallest response cap: 1 KiB.</summary>
    public const int MinResponseCapBytes = 1024;

    /// <summary>The largest response cap: 10 MiB.</summary>
    public const int MaxResponseCapBytes = 10 * 1024 * 1024;

    /// <summary>A short name such as "Get unpaid account balance"; required, no emoji.</summary>
    public string Name { get; init; } = "";

    /// <summary>What Fin reads to decide when to use the connector.</summary>
    public string Description { get; init; } = "";

    /// <summary>The team's own notes; Fin never reads it.</summary>
    public string InternalDescription { get; init; } = "";

    /// <summary>The values gathered before a run.</summary>
    public IReadOnlyList<DataInput> DataInputs { get; init; } = [];

    /// <summary>The request method.</summary>
    public RequestMethod Method { get; init; } = RequestMethod.Get;

    /// <summary>The URL template: HTTPS, with placeholders in path and query only.</summary>
    public string Url { get; init; } = "";

    /// <summary>Headers whose values may hold placeholders, in the order they are sent.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>The body template; empty for none. Not sent with GET.</summary>
    public string Body { get; init; } = "";

    /// <summary>How placeholders in the body are encoded and which content type is sent unless a header says otherwise.</summary>
    public BodyFormat BodyFormat { get; init; } = BodyFormat.Json;

    /// <summary>Tokens sent with every call, each with its own header key.</summary>
    public IReadOnlyList<long> TokenIds { get; init; } = [];

    /// <summary>How long the whole run may take, 1,000–30,000 ms.</summary>
    public int TimeoutMilliseconds { get; init; } = DefaultTimeoutMilliseconds;

    /// <summary>How many bytes of the (decompressed) answer are read before the run fails, 1 KiB–10 MiB.</summary>
    public int ResponseCapBytes { get; init; } = DefaultResponseCapBytes;

    /// <summary>
    /// Statuses outside 2xx that are an ordinary answer of this API, such as 404 for "not found", as the API of an order says of one that
    /// does not exist: a run that meets one completes, and Fin reads its answer.
    /// </summary>
    public IReadOnlyList<int> ExpectedStatuses { get; init; } = [];

    /// <summary>The answer that previews use and fields are inferred from; null until one is given.</summary>
    public ExampleResponse? ExampleResponse { get; init; }

    /// <summary>Where <see cref="ExampleResponse"/> comes from.</summary>
    public ExampleOrigin ExampleOrigin { get; init; }

    /// <summary>Whether Fin may read the whole answer or only chosen fields.</summary>
    public DataAccess DataAccess { get; init; } = DataAccess.Full;

    /// <summary>How the answer is reshaped while <see cref="DataAccess"/> is <see cref="DataAccess.Restricted"/>.</summary>
    public ResponseTransformation ResponseTransformation { get; init; }

    /// <summary>
    /// The fields chosen, renamed, transformed and defaulted; used by <see cref="ResponseTransformation.Table"/>. Those marked redacted are
    /// masked in logs whatever the access.
    /// </summary>
    public IReadOnlyList<ResponseField> ResponseFields { get; init; } = [];

    /// <summary>The code used by <see cref="ResponseTransformation.Python"/>; kept while another transformation is chosen.</summary>
    public string PythonCode { get; init; } = "";

    /// <summary>The code used by <see cref="ResponseTransformation.JavaScript"/>; kept while another transformation is chosen.</summary>
    public string JavaScriptCode { get; init; } = "";

    /// <summary>Whether Fin triggers the connector by itself (Enabled) or only people and automations do (Disabled).</summary>
    public bool DirectFinUsage { get; init; } = true;

    /// <summary>Reusable audiences for which Fin may choose the connector, one of which is enough; never beside <see cref="CustomAudience"/>.</summary>
    public IReadOnlyList<long> AudienceIds { get; init; } = [];

    /// <summary>The rule of this connector alone; null for none. Without one and without <see cref="AudienceIds"/> it is for everyone.</summary>
    public AudienceRule? CustomAudience { get; init; }

    /// <summary>For which share of its audience Fin may choose it, 1–100.</summary>
    public int RolloutPercent { get; init; } = Rollout.Whole;

    /// <summary>Whether the connector runs only for a person who satisfies the workspace's authentication rules.</summary>
    public bool CustomerAuthentication { get; init; }

    /// <summary>
    /// Whether somebody decided that the endpoint is public, so that nobody need be authenticated and the security check need not ask;
    /// contradicts <see cref="CustomerAuthentication"/>.
    /// </summary>
    public bool BypassAuthentication { get; init; }

    /// <summary>
    /// Whether a run fails before anything is sent when a required data input has no value. Where it is off, a required input without
    /// a value is sent empty, as one that is not required is.
    /// </summary>
    public bool ValidateMissingAttributes { get; init; } = true;

    /// <summary>Objects of the answer to be stored on the person or the conversation, or as custom objects.</summary>
    public IReadOnlyList<ObjectMapping> ObjectMappings { get; init; } = [];

    /// <summary>
    /// The list of roles that definitions had before audiences existed: versions are never rewritten, so it is read, as the custom audience that
    /// means the same people, and never written.
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("audiences")]
    private IReadOnlyList<PersonRole>? FormerRoles
    {
        get => null;
        init => CustomAudience = RoleAudience.Of(value ?? []) ?? CustomAudience;
    }

    /// <summary>For whom it is.</summary>
    /// <param name="connectorId">The connector, by which a share of people is chosen.</param>
    public AudienceChoice AudienceOf(long connectorId) =>
        new(AudienceIds, CustomAudience, new Rollout(RolloutPercent, connectorId));
}

/// <summary>A request method.</summary>
public enum RequestMethod
{
    /// <summary>Reads.</summary>
    Get,

    /// <summary>Writes.</summary>
    Post,

    /// <summary>Replaces.</summary>
    Put,

    /// <summary>Deletes.</summary>
    Delete,

    /// <summary>Changes.</summary>
    Patch,
}

/// <summary>Facts about request methods.</summary>
public static class RequestMethodFacts
{
    /// <summary>Whether a call with this method changes something at the API, so that a person is asked first.</summary>
    public static bool IsWrite(this RequestMethod method) => method != RequestMethod.Get;

    /// <summary>The method as it stands on the wire: <c>GET</c>.</summary>
    public static string ToWire(this RequestMethod method) =>
        method switch
        {
            RequestMethod.Get => "GET",
            RequestMethod.Post => "POST",
            RequestMethod.Put => "PUT",
            RequestMethod.Delete => "DELETE",
            RequestMethod.Patch => "PATCH",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, message: null),
        };
}

/// <summary>A header that every call carries.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">The value, which may hold placeholders.</param>
public sealed record HeaderField(string Name, string Value);

/// <summary>The stored answer that previews use.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type; null is taken for JSON.</param>
/// <param name="Body">The body as text.</param>
public sealed record ExampleResponse(int Status, string? ContentType, string Body);

/// <summary>Where an example response comes from.</summary>
public enum ExampleOrigin
{
    /// <summary>A real call answered it (wire: <c>test_response_type</c>).</summary>
    Test,

    /// <summary>Somebody wrote it (wire: <c>mock_response_type</c>).</summary>
    Mock,
}

/// <summary>How much of the answer Fin may read.</summary>
public enum DataAccess
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>What the <see cref="ResponseTransformation"/> leaves of it.</summary>
    Restricted,
}

/// <summary>How a restricted answer is cut down and reshaped.</summary>
public enum ResponseTransformation
{
    /// <summary>The exposed response fields, each with its own transformations.</summary>
    Table,

    /// <summary>Python code.</summary>
    Python,

    /// <summary>JavaScript code.</summary>
    JavaScript,
}

using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution;

/// <summary>After stage 1: the caller satisfies what the connector demands.</summary>
/// <param name="PersonId">The person the run is for; null for nobody in particular.</param>
public sealed record VerifiedCaller(long? PersonId);

/// <summary>After stage 2: every data input and attribute that the definition names, typed.</summary>
/// <param name="Values">Values by placeholder name; a known name without a value is <see cref="TemplateValue.Missing"/>.</param>
public sealed record ResolvedInputs(IReadOnlyDictionary<string, TemplateValue> Values)
    : ITemplateValues
{
    /// <summary>Required inputs that have no value and are sent empty, by place in the definition.</summary>
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool TryGet(string name, out TemplateValue value) => Values.TryGetValue(name, out value);
}

/// <summary>After stage 3: the request with every placeholder filled in. It holds no secret, so it may be recorded.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Headers">Headers in the order they are sent, without those that the connection itself adds.</param>
/// <param name="Body">The body's bytes; null for none.</param>
public sealed record RenderedRequest(
    RequestMethod Method,
    string Url,
    IReadOnlyList<HeaderField> Headers,
    byte[]? Body
);

/// <summary>After stage 4: the request with its secrets beside it.</summary>
public sealed record AuthenticatedRequest(
    RenderedRequest Rendered,
    IReadOnlyList<SecretHeader> SecretHeaders
)
{
    /// <summary>The names of the secret headers, which may be shown.</summary>
    public IReadOnlyList<string> SecretHeaderNames =>
        [.. SecretHeaders.Select(header => header.Name)];
}

/// <summary>After stage 5: a request to an address that may be called.</summary>
public sealed record GuardedRequest(AuthenticatedRequest Authenticated, EgressTarget Target);

/// <summary>After stage 6: what the API answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type header; null when absent.</param>
/// <param name="Headers">All headers of the answer.</param>
/// <param name="Body">The body, decompressed, at most as long as the response cap.</param>
public sealed record RawResponse(
    int Status,
    string? ContentType,
    IReadOnlyList<HeaderField> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The example as if the API had answered with it.</summary>
    internal static RawResponse Of(ExampleResponse example) =>
        new(
            example.Status,
            example.ContentType,
            example.ContentType is null
                ? []
                : [new HeaderField("Content-Type", example.ContentType)],
            Encoding.UTF8.GetBytes(example.Body)
        );
}

/// <summary>After stage 7: what Fin may see.</summary>
/// <param name="Root">The answer as JSON, restricted and reshaped.</param>
/// <param name="Original">The whole answer as JSON, for object mappings.</param>
public sealed record ShapedResponse(JsonElement Root, JsonElement Original)
{
    /// <summary>
    /// What did not go as the definition says and did not end the run, by place in the definition. Messages never quote the answer.
    /// </summary>
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    /// <summary>Whether code had its hand in it, so that a value of the answer may stand anywhere in it.</summary>
    public bool IsMadeByCode { get; init; }
}

/// <summary>After stage 8: what the answer changes, and what of it could not be mapped.</summary>
/// <param name="Changes">The changes, in the order of the mappings.</param>
/// <param name="Findings">Mismatches by place in the definition. Messages never quote the answer.</param>
public sealed record MappedObjects(
    IReadOnlyList<ObjectChange> Changes,
    IReadOnlyList<Problem> Findings
)
{
    /// <summary>Nothing to change.</summary>
    public static MappedObjects None { get; } = new([], []);
}

/// <summary>One object that the answer changes.</summary>
/// <param name="ObjectType"><c>person</c>, <c>conversation</c>, or the key of a custom object type.</param>
/// <param name="ExternalId">Which custom object; null for the person or the conversation of the run.</param>
/// <param name="Attributes">The new values, by attribute.</param>
/// <param name="References">The references of a custom object that are set to the person of the run.</param>
public sealed record ObjectChange(
    string ObjectType,
    string? ExternalId,
    IReadOnlyList<AttributeValue> Attributes,
    IReadOnlyList<string> References
)
{
    /// <summary>Whether the external id is read from a redacted field, so that no log may show it.</summary>
    public bool IsIdentityRedacted { get; init; }
}

/// <summary>A new value of an attribute.</summary>
/// <param name="Name">Which: <c>plan</c>.</param>
/// <param name="Value">The value: a JSON scalar, or a list of scalars.</param>
public sealed record AttributeValue(string Name, JsonElement Value);

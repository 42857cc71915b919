using System.Text.Json;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>A header that every call carries.</summary>
internal sealed record ConnectorHeader
{
    /// <summary>The header's name.</summary>
    public string? Name { get; init; }

    /// <summary>The value, which may hold placeholders. Answers hide it as <c>****</c>; sent back so, it stays as it is.</summary>
    public string? Value { get; init; }
}

/// <summary>A value gathered before a run.</summary>
internal sealed record ConnectorDataInput
{
    /// <summary>The name as in <c>{{order_id}}</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What its values are; a string when left out.</summary>
    public DataInputTypeName? Type { get; init; }

    /// <summary>What Fin is told so that it can ask for the value.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a run needs a value; true when left out.</summary>
    public bool? Required { get; init; }

    /// <summary>The value used when the source gives none; empty for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The value that previews use.</summary>
    public string? ExampleValue { get; init; }

    /// <summary>Where the value comes from; Fin collects it when left out.</summary>
    public DataInputSourceName? Source { get; init; }

    /// <summary>The attribute that a source <c>attribute</c> reads: <c>person.email</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>The value that a source <c>custom_value</c> gives.</summary>
    public string? CustomValue { get; init; }
}

/// <summary>A field of the answer.</summary>
internal sealed record ConnectorResponseField
{
    /// <summary>Where it stands: <c>customer.email</c>, <c>items[].name</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What stands there; unknown when left out.</summary>
    public ResponseFieldTypeName? Type { get; init; }

    /// <summary>What stands there in the example response; read-only.</summary>
    [IgnoredWhenSent]
    public JsonElement? ExampleValue { get; init; }

    /// <summary>Whether it is masked in logs.</summary>
    public bool? Redacted { get; init; }

    /// <summary>Whether Fin reads it under <c>redacted_access</c>; true when left out.</summary>
    public bool? Exposed { get; init; }

    /// <summary>Its key in what Fin reads; null keeps the key.</summary>
    public string? RenamedTo { get; init; }

    /// <summary>What stands there when it is null or missing: JSON, or text for fields of text.</summary>
    public string? Fallback { get; init; }

    /// <summary>What is done with the value, in this order.</summary>
    public IReadOnlyList<ConnectorFieldTransformation>? Transformations { get; init; }
}

/// <summary>One step of what is done with a field's value.</summary>
internal sealed record ConnectorFieldTransformation
{
    /// <summary>Which: <c>truncate</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Its settings by name, as text.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }
}

/// <summary>An object of the answer that is stored.</summary>
internal sealed record ConnectorObjectMapping
{
    /// <summary>Where it stands: <c>$</c> the whole answer, <c>customer</c>, <c>orders[]</c> for every object of a list.</summary>
    public string? ResponseObjectPath { get; init; }

    /// <summary><c>user</c>, <c>conversation</c>, or the key of a custom object.</summary>
    public string? IntercomObjectType { get; init; }

    /// <summary>Where, inside it, the value stands that tells one custom object from another.</summary>
    public string? IdentityPath { get; init; }

    /// <summary>What is stored of it.</summary>
    public IReadOnlyList<ConnectorAttributeMapping>? AttributeMappings { get; init; }

    /// <summary>Which references of a custom object are set.</summary>
    public IReadOnlyList<ConnectorReferenceMapping>? ReferenceMappings { get; init; }
}

/// <summary>A value of the object that is stored as an attribute.</summary>
internal sealed record ConnectorAttributeMapping
{
    /// <summary>Where it stands inside the object.</summary>
    public string? ResponseAttributePath { get; init; }

    /// <summary>The attribute's name: <c>plan</c>.</summary>
    public string? IntercomAttributeIdentifier { get; init; }

    /// <summary>Always <c>primitive_mapping</c>.</summary>
    public MappingTypeName? MappingType { get; init; }
}

/// <summary>A reference of a custom object, and what it is set to.</summary>
internal sealed record ConnectorReferenceMapping
{
    /// <summary>What it leads to: <c>user</c>, the person of the run.</summary>
    public string? IntercomObjectType { get; init; }

    /// <summary>The reference's name: <c>customer</c>.</summary>
    public string? IntercomAttributeIdentifier { get; init; }
}

/// <summary>An example response that is not plain JSON with status 200.</summary>
internal sealed record ConnectorExampleResponse
{
    /// <summary>The HTTP status; 200 when left out.</summary>
    public int? Status { get; init; }

    /// <summary>The content type; null is taken for JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body as text.</summary>
    public string? Body { get; init; }
}

/// <summary>Transformation code that is kept while it is not used.</summary>
internal sealed record ConnectorKeptCode
{
    /// <summary>Code in Python.</summary>
    public string? Python { get; init; }

    /// <summary>Code in JavaScript.</summary>
    public string? Javascript { get; init; }
}

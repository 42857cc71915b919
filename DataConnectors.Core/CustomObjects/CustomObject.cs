namespace DataConnectors.Core.CustomObjects;

/// <summary>One object of a custom type, as object mappings stored it.</summary>
public sealed class CustomObject
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>Its type.</summary>
    public long TypeId { get; init; }

    /// <summary>What the API calls it, unique within the type; at most <see cref="ObjectIdentity.MaxLength"/> characters.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>Its values by attribute, a JSON object.</summary>
    public string AttributesJson { get; set; } = "{}";

    /// <summary>When it was first stored.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a run last stored it.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The execution that last stored it; its record may be gone by age.</summary>
    public long? LastExecutionId { get; set; }

    /// <summary>The connector of <see cref="LastExecutionId"/>; it may be gone.</summary>
    public long? LastConnectorId { get; set; }
}

/// <summary>A link from a custom object to a person.</summary>
public sealed class CustomObjectReference
{
    /// <summary>The object.</summary>
    public long ObjectId { get; init; }

    /// <summary>Which of the type's references: <c>customer</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person it leads to.</summary>
    public long PersonId { get; init; }
}

using System.Text.Json;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Gathers what a run changes, each object once: of two values for one attribute the later wins.</summary>
internal sealed class ObjectChanges(int mostObjects)
{
    private readonly OrderedDictionary<(string Type, string? ExternalId), PendingChange> changes =
    [];
    private int customObjects;

    /// <summary>The change of that object, new or begun before; null when the run stores as many objects as it may.</summary>
    public PendingChange? Of(string objectType, string? externalId)
    {
        if (changes.TryGetValue((objectType, externalId), out var change))
        {
            return change;
        }

        if (externalId is not null && ++customObjects > mostObjects)
        {
            return null;
        }

        change = new PendingChange(objectType, externalId);
        changes.Add((objectType, externalId), change);
        return change;
    }

    /// <summary>The changes in the order in which they began; a person or conversation without a new value is left out.</summary>
    public IReadOnlyList<ObjectChange> ToList() =>
        [.. changes.Values.Where(change => !change.IsEmpty).Select(change => change.ToChange())];
}

/// <summary>A change that is being gathered.</summary>
internal sealed class PendingChange(string objectType, string? externalId)
{
    private readonly OrderedDictionary<string, JsonElement> attributes = new(
        StringComparer.Ordinal
    );
    private readonly OrderedDictionary<string, bool> references = new(StringComparer.Ordinal);

    /// <summary>A custom object is stored for its identity alone, too.</summary>
    public bool IsEmpty => externalId is null && attributes.Count == 0;

    /// <summary>Once redacted, always redacted.</summary>
    public bool IsIdentityRedacted { get; set; }

    public void Set(string attribute, JsonElement value) => attributes[attribute] = value;

    public void Refer(string reference) => references[reference] = true;

    public ObjectChange ToChange() =>
        new(
            objectType,
            externalId,
            [.. attributes.Select(pair => new AttributeValue(pair.Key, pair.Value))],
            [.. references.Keys]
        )
        {
            IsIdentityRedacted = IsIdentityRedacted,
        };
}

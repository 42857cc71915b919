namespace DataConnectors.Core.Connectors;

/// <summary>A data connector as stored: its draft, and which version is live.</summary>
public sealed class Connector
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The draft's name, for lists and search.</summary>
    public string Name { get; set; } = "";

    /// <summary>Draft, or live.</summary>
    public ConnectorState State { get; set; }

    /// <summary>The draft as <see cref="ConnectorJson"/> writes it.</summary>
    public string DraftJson { get; set; } = "";

    /// <summary>Rises with every saved change; a save names the one it was based on, so that nothing is overwritten silently.</summary>
    public long DraftRevision { get; set; }

    /// <summary>Who saved the draft last.</summary>
    public string DraftSavedBy { get; set; } = "";

    /// <summary>The id of the teammate who made it; null for one made before ids were kept.</summary>
    public long? CreatedById { get; init; }

    /// <summary>The id of the teammate who saved the draft last; null for one saved before ids were kept.</summary>
    public long? DraftSavedById { get; set; }

    /// <summary>The version that serves customers; null when none ever went live.</summary>
    public long? LiveVersionId { get; set; }

    /// <summary>The number of <see cref="LiveVersionId"/>.</summary>
    public int? LiveVersionNumber { get; set; }

    /// <summary>The draft revision that <see cref="LiveVersionId"/> froze.</summary>
    public long? PublishedRevision { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its draft or state last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Whether a connector serves customers.</summary>
public enum ConnectorState
{
    /// <summary>Nobody but its editors sees it.</summary>
    Draft,

    /// <summary>Its live version serves customers.</summary>
    Live,
}

/// <summary>One row of the list.</summary>
public sealed record ConnectorSummary(
    long Id,
    string Name,
    string Description,
    ConnectorState State,
    RequestMethod Method,
    string Url,
    bool DirectFinUsage,
    bool CustomerAuthentication,
    int? LiveVersionNumber,
    bool HasUnpublishedChanges,
    string SavedBy,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>The id of the teammate who made it; null where none was kept.</summary>
    public long? CreatedById { get; init; }

    /// <summary>The id of the teammate who saved its draft last; null where none was kept.</summary>
    public long? SavedById { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Names one state of a connector: whatever is shown of it is the same as long as this is.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="State">Draft, or live.</param>
/// <param name="LiveVersionId">The version that serves customers; null when none.</param>
/// <param name="Revision">The draft's.</param>
/// <param name="UpdatedAt">When its draft or state last changed.</param>
public sealed record ConnectorStamp(
    long ConnectorId,
    ConnectorState State,
    long? LiveVersionId,
    long Revision,
    DateTimeOffset UpdatedAt
);

/// <summary>A draft as an editor holds it.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="State">Draft, or live.</param>
/// <param name="LiveVersionNumber">The number of the version that serves customers; null when none.</param>
/// <param name="HasUnpublishedChanges">Whether the draft differs from the live version.</param>
/// <param name="Definition">The draft.</param>
/// <param name="Revision">Name it when saving.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="SavedAt">When.</param>
public sealed record ConnectorDraft(
    long ConnectorId,
    ConnectorState State,
    int? LiveVersionNumber,
    bool HasUnpublishedChanges,
    ConnectorDefinition Definition,
    long Revision,
    string SavedBy,
    DateTimeOffset SavedAt
)
{
    /// <summary>The id of the teammate who made the connector; null where none was kept.</summary>
    public long? CreatedById { get; init; }

    /// <summary>The id of the teammate who saved the draft last; null where none was kept.</summary>
    public long? SavedById { get; init; }

    /// <summary>When the connector was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The version that serves customers; null when none.</summary>
    public long? LiveVersionId { get; init; }

    /// <summary>Which state of the connector this is.</summary>
    public ConnectorStamp Stamp => new(ConnectorId, State, LiveVersionId, Revision, SavedAt);
}

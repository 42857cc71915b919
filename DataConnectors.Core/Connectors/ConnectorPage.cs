namespace DataConnectors.Core.Connectors;

/// <summary>One page of connectors, and where the next one begins.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">Pass it back for the next page; null on the last one.</param>
public sealed record ConnectorPage(IReadOnlyList<ConnectorSummary> Items, ConnectorPlace? Next);

/// <summary>A place in the list of connectors by when they were updated. It is there also when the connector it names is not.</summary>
/// <param name="UpdatedAt">When the last connector of the page was updated, to the millisecond.</param>
/// <param name="ConnectorId">Its id: two may be updated in one millisecond.</param>
public sealed record ConnectorPlace(DateTimeOffset UpdatedAt, long ConnectorId)
{
    /// <summary>The place of which every connector comes after.</summary>
    internal static ConnectorPlace BeforeAll { get; } = new(DateTimeOffset.MaxValue, long.MaxValue);
}

namespace DataConnectors.Core.Execution;

/// <summary>Live: every change is committed in the transaction that records the execution.</summary>
internal sealed class CommitChangesWithRecord : IObjectChangeWriter
{
    public IReadOnlyList<ObjectChange> Accept(IReadOnlyList<ObjectChange> changes) => changes;
}

/// <summary>Previews and tests: changes are shown and forgotten.</summary>
internal sealed class DiscardChanges : IObjectChangeWriter
{
    public IReadOnlyList<ObjectChange> Accept(IReadOnlyList<ObjectChange> changes) => [];
}

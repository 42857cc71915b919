namespace DataConnectors.Core.Execution;

/// <summary>Live: every change is committed in the transaction that records the execution.</summary>
internal sealed class CommitChangesWithRecord : IAttributeChangeWriter
{
    public IReadOnlyList<AttributeChange> Accept(IReadOnlyList<AttributeChange> changes) => changes;
}

/// <summary>Previews and tests: changes are shown and forgotten.</summary>
internal sealed class DiscardChanges : IAttributeChangeWriter
{
    public IReadOnlyList<AttributeChange> Accept(IReadOnlyList<AttributeChange> changes) => [];
}

namespace DataConnectors.Core.Execution;

/// <summary>
/// Everything in which a preview, a test and a live run differ: where the request goes, what becomes of the changes, who is told.
/// Callers take one from <see cref="ExecutionProfiles"/>; no stage can see it.
/// </summary>
/// <param name="Transport">Sends the request, or answers from an example.</param>
/// <param name="ChangeWriter">Commits attribute changes with the record, or discards them.</param>
/// <param name="Observers">Told of every finished execution; empty for previews and tests.</param>
public sealed record ExecutionProfile(
    IConnectorTransport Transport,
    IObjectChangeWriter ChangeWriter,
    IReadOnlyList<IExecutionObserver> Observers
);

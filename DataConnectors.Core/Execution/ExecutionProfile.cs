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
)
{
    /// <summary>Whether somebody who is told has so much to note already that whoever can refuse work should begin no more.</summary>
    public bool IsExhausted
    {
        get
        {
            foreach (var observer in Observers)
            {
                if (observer.IsExhausted)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

namespace DataConnectors.Core.CustomerAuthentication;

/// <summary>What is proven of the person a connector runs for. It never comes from the conversation's text.</summary>
/// <param name="PersonId">The person; null when the run is for nobody in particular.</param>
/// <param name="IsSignedIn">Whether the Messenger session was opened by a signed-in user.</param>
public sealed record CustomerSession(long? PersonId, bool IsSignedIn)
{
    /// <summary>A run for nobody in particular: a workflow in the background, or a program.</summary>
    public static CustomerSession None { get; } = new(PersonId: null, IsSignedIn: false);
}

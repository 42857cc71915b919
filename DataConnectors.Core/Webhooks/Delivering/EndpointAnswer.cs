namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>What came of one call to an endpoint.</summary>
/// <param name="Status">The status; null when no answer came.</param>
/// <param name="Body">The beginning of its body; null when no answer came.</param>
/// <param name="Error">Why the call counts as failed; null when it was accepted.</param>
/// <param name="RetryAfter">How long the endpoint asks to be left alone; null when it does not.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record EndpointAnswer(
    int? Status,
    string? Body,
    string? Error,
    TimeSpan? RetryAfter,
    TimeSpan Duration
)
{
    /// <summary>Whether the endpoint took it: any 2xx.</summary>
    public bool IsAccepted => Error is null;
}

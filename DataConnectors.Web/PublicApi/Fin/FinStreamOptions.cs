using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>How long programs may listen to Fin. Section <c>FinStreams</c> of the configuration.</summary>
internal sealed class FinStreamOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "FinStreams";

    /// <summary>Seconds for which a subscription URL is good, and at the end of which its stream is closed: 10–86,400, 900 by default.</summary>
    [Range(
        10,
        86_400,
        ErrorMessage = "FinStreams:SubscriptionSeconds must be between 10 and 86400."
    )]
    public int SubscriptionSeconds { get; init; } = 900;

    /// <summary>Seconds without an event after which a stream is closed: 10–86,400, 300 by default.</summary>
    [Range(10, 86_400, ErrorMessage = "FinStreams:IdleSeconds must be between 10 and 86400.")]
    public int IdleSeconds { get; init; } = 300;

    /// <summary>Seconds between signs of life on a silent stream: 1–300, 15 by default.</summary>
    [Range(1, 300, ErrorMessage = "FinStreams:HeartbeatSeconds must be between 1 and 300.")]
    public int HeartbeatSeconds { get; init; } = 15;

    /// <summary>The most streams at a time: 1–100,000, 2,000 by default.</summary>
    [Range(1, 100_000, ErrorMessage = "FinStreams:Most must be between 1 and 100000.")]
    public int Most { get; init; } = 2_000;
}

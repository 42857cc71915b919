using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Web.Messenger;

/// <summary>How much a browser may send. Section <c>Messenger</c> of the configuration.</summary>
internal sealed class MessengerOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Messenger";

    /// <summary>Messages a minute of one session: 1–10,000, 20 by default.</summary>
    [Range(1, 10_000, ErrorMessage = "Messenger:MessagesPerMinute must be between 1 and 10000.")]
    public int MessagesPerMinute { get; init; } = 20;

    /// <summary>Sessions a minute that are opened from one address: 1–100,000, 120 by default.</summary>
    [Range(1, 100_000, ErrorMessage = "Messenger:SessionsPerMinute must be between 1 and 100000.")]
    public int SessionsPerMinute { get; init; } = 120;
}

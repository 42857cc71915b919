using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Core.Resolutions;

/// <summary>When a conversation counts as resolved though nobody said so. Section <c>Resolution</c> of the configuration.</summary>
public sealed class ResolutionOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Resolution";

    /// <summary>
    /// How long a person may stay away after Fin's answer until the conversation is over, and resolved if a connector's data was used: a
    /// minute to 30 days, a day by default.
    /// </summary>
    [Range(
        typeof(TimeSpan),
        "00:01:00",
        "30.00:00:00",
        ErrorMessage = "Resolution:AssumedAfter must be between 00:01:00 and 30.00:00:00."
    )]
    public TimeSpan AssumedAfter { get; init; } = TimeSpan.FromDays(1);
}

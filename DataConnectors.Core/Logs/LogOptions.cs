using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Core.Logs;

/// <summary>How long execution results are kept. Section <c>Logs</c> of the configuration.</summary>
public sealed class LogOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Logs";

    /// <summary>Days after which an execution result is deleted: 1–365, 14 by default.</summary>
    [Range(1, 365, ErrorMessage = "Logs:RetentionDays must be between 1 and 365.")]
    public int RetentionDays { get; init; } = 14;
}

using System.Globalization;

namespace DataConnectors.Core.Events;

/// <summary>Instants as they stand in events: ISO 8601 in UTC, whole seconds.</summary>
internal static class EventInstant
{
    /// <summary>The format, for a UTC instant.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}

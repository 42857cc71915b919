using System.Globalization;
using DataConnectors.Core.Webhooks;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>How the values of the delivery log are said to people.</summary>
internal static class DeliveryWords
{
    /// <summary><c>2 Mar 2026, 09:30:05</c>, in UTC.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What the endpoint said last: a status, or why there is none.</summary>
    public static string Answer(DeliverySummary delivery) =>
        delivery switch
        {
            { LastStatus: { } status } => status.ToString(CultureInfo.InvariantCulture),
            { LastError: not null } => "No answer",
            _ => "–",
        };
}

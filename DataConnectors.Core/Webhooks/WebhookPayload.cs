using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Core.Webhooks;

/// <summary>What an endpoint gets: the envelope <c>notification_event</c> around the item of the event.</summary>
internal static class WebhookPayload
{
    /// <summary>The topic of a test, which nobody subscribes to.</summary>
    public const string TestTopic = "ping";

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The id of the notification, the same on every attempt and for every app.</summary>
    public static string IdOf(long eventId) =>
        string.Create(CultureInfo.InvariantCulture, $"notif_{eventId}");

    /// <summary>The body in UTF-8.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="itemJson">What happened.</param>
    /// <param name="createdAt">When it happened.</param>
    /// <param name="workspaceCode">The workspace it happened in.</param>
    /// <param name="attempt">Which attempt this is, from 1.</param>
    /// <param name="firstSentAt">When the first attempt began.</param>
    public static byte[] Write(
        long eventId,
        string topic,
        string itemJson,
        DateTimeOffset createdAt,
        string workspaceCode,
        int attempt,
        DateTimeOffset firstSentAt
    )
    {
        var buffer = new ArrayBufferWriter<byte>(initialCapacity: 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "notification_event"u8);
            writer.WriteString("topic"u8, topic);
            writer.WriteString("id"u8, IdOf(eventId));
            writer.WriteString("app_id"u8, workspaceCode);
            writer.WriteNumber("created_at"u8, createdAt.ToUnixTimeSeconds());
            writer.WriteNumber("delivery_attempts"u8, attempt);
            writer.WriteNumber("first_sent_at"u8, firstSentAt.ToUnixTimeSeconds());
            writer.WriteStartObject("data"u8);
            writer.WriteString("type"u8, "notification_event_data"u8);
            writer.WritePropertyName("item"u8);
            writer.WriteRawValue(itemJson, skipInputValidation: true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

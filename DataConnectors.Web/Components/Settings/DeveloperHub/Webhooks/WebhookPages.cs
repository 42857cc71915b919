using System.Globalization;
using DataConnectors.Core.Webhooks;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>The addresses of the pages of an app's webhook, built in one place.</summary>
internal static class WebhookPages
{
    /// <summary>The apps.</summary>
    public const string Apps = "/settings/developer-hub";

    /// <summary>An app.</summary>
    public static string App(long appId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Apps}/apps/{appId}");

    /// <summary>The webhook of an app, with the deliveries in a state, and one of them opened.</summary>
    public static string Webhooks(long appId, DeliveryState? state = null, long? delivery = null)
    {
        string?[] query =
        [
            state is { } only ? $"state={NameOf(only)}" : null,
            delivery is { } id
                ? string.Create(CultureInfo.InvariantCulture, $"delivery={id}")
                : null,
        ];
        var text = string.Join('&', query.OfType<string>());
        return $"{App(appId)}/webhooks{(text.Length == 0 ? "" : $"?{text}")}";
    }

    /// <summary>The state that a name in an address stands for; null for all.</summary>
    public static DeliveryState? StateOf(string? name) =>
        Enum.GetValues<DeliveryState>()
            .Cast<DeliveryState?>()
            .FirstOrDefault(state => NameOf(state!.Value) == name);

    /// <summary>The name of a state in addresses.</summary>
    public static string NameOf(DeliveryState state) =>
        state == DeliveryState.Pending ? "waiting" : state.ToString().ToLowerInvariant();
}

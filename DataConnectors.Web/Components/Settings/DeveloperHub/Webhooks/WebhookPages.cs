using System.Globalization;
using DataConnectors.Core.Webhooks;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>The addresses of an app's webhook: which deliveries are shown is in them.</summary>
internal static class WebhookPages
{
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
        var address = AppSections.Address(appId, AppSections.Webhooks);
        return text.Length == 0 ? address : $"{address}?{text}";
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

using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>What is said after notifications were asked for once more.</summary>
internal static class ResendWords
{
    public static string Of(int count) =>
        count == 0
            ? "There was nothing to resend."
            : $"{Quantity.Of(count, "notification is", "notifications are")} being sent again.";
}

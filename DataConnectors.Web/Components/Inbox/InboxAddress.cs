using System.Globalization;
using DataConnectors.Core.Inbox.Views;

namespace DataConnectors.Web.Components.Inbox;

/// <summary>What the Inbox shows, as it stands in the address.</summary>
public sealed record InboxAddress
{
    /// <summary>The Inbox.</summary>
    public const string Inbox = "/inbox";

    /// <summary>The value of <see cref="Show"/> for the views, where there is no room for them beside the list.</summary>
    public const string Views = "views";

    /// <summary>The value of <see cref="Show"/> for the person, where there is no room for them beside the messages.</summary>
    public const string Details = "details";

    /// <summary>The key of the view.</summary>
    public string View { get; init; } = BuiltInView.All[0].Key;

    /// <summary>The open conversation; null for none.</summary>
    public long? Conversation { get; init; }

    /// <summary>What is searched for; null for nothing.</summary>
    public string? Search { get; init; }

    /// <summary>What is in front on a narrow screen; null for the list, or the messages of the open conversation.</summary>
    public string? Show { get; init; }

    /// <summary>Whether the events of conversations stand between their messages.</summary>
    public bool HasEvents { get; init; }

    /// <summary>The address of one conversation, among all.</summary>
    public static string Of(long conversationId) =>
        new InboxAddress { Conversation = conversationId }.ToString();

    /// <inheritdoc/>
    public override string ToString()
    {
        List<string> query = [$"view={Uri.EscapeDataString(View)}"];
        if (Conversation is { } conversation)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"conversation={conversation}"));
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            query.Add($"q={Uri.EscapeDataString(Search.Trim())}");
        }

        if (HasEvents)
        {
            query.Add("events=on");
        }

        if (Show is not null)
        {
            query.Add($"show={Uri.EscapeDataString(Show)}");
        }

        return $"{Inbox}?{string.Join('&', query)}";
    }
}

namespace DataConnectors.Core.Inbox.Views;

/// <summary>A view that every workspace has.</summary>
/// <param name="Key">Names it in addresses; never changes.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Filter">Which conversations it shows.</param>
public sealed record BuiltInView(string Key, string Name, ConversationFilter Filter)
{
    /// <summary>"Fin AI Agent: Action used in reply".</summary>
    public const string ActionUsedName = "Fin AI Agent: Action used in reply";

    /// <summary>All of them, in order; the first is the one that is shown when none is asked for.</summary>
    public static IReadOnlyList<BuiltInView> All { get; } =
    [
        new("all", "All", new()),
        new("open", "Open", new() { State = ConversationState.Open }),
        new("mine", "Mine", new() { State = ConversationState.Open, Assignee = AssigneeChoice.Me }),
        new(
            "unassigned",
            "Unassigned",
            new() { State = ConversationState.Open, Assignee = AssigneeChoice.Nobody }
        ),
        new(
            "escalated",
            "Escalated",
            new() { State = ConversationState.Open, FinStatus = FinStatus.Escalated }
        ),
        new("closed", "Closed", new() { State = ConversationState.Closed }),
        new("action-used", ActionUsedName, new() { IsActionUsedInReply = true }),
    ];
}

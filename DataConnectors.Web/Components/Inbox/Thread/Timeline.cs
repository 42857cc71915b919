using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.Components.Inbox.Thread;

/// <summary>Makes one line of what was said, what happened and what Fin did: the latter two out of traces and stored events.</summary>
/// <param name="nameOf">The name of a teammate.</param>
/// <param name="personName">The name of the person.</param>
internal sealed class Timeline(Func<long, string> nameOf, string personName)
{
    private const int MostNames = 3;

    /// <summary>Everything in order, oldest first.</summary>
    /// <param name="messages">The messages, oldest first.</param>
    /// <param name="events">What happened beside them, oldest first.</param>
    /// <param name="hasEvents">Whether conversation events stand between the messages.</param>
    public IReadOnlyList<TimelineItem> Of(
        IReadOnlyList<ConversationMessage> messages,
        IReadOnlyList<ConversationEvent> events,
        bool hasEvents
    )
    {
        List<TimelineItem> items = [];
        HashSet<long>? access = null;
        var next = 0;
        foreach (var message in messages)
        {
            // Ids rise with time, whatever they are of.
            for (; next < events.Count && events[next].Id < message.Id; next++)
            {
                Add(events[next]);
            }

            var trace = AgentJson.DeserializeTrace(message.TraceJson);
            if (hasEvents && trace is not null)
            {
                AddAccess(items, message, trace, ref access);
                items.AddRange(trace.Steps.Select((step, index) => Run(message, step, index)));
            }

            items.Add(new TimelineItem.Said(message, AuthorOf(message), trace));
        }

        for (; next < events.Count; next++)
        {
            Add(events[next]);
        }

        return items;

        void Add(ConversationEvent happened)
        {
            if (hasEvents)
            {
                items.Add(
                    new TimelineItem.Happened(
                        $"event-{happened.Id}",
                        happened.CreatedAt,
                        HappeningKind.Change,
                        Words(happened)
                    )
                );
            }
        }
    }

    // Said when Fin first answers, and again when it may use others than before.
    private static void AddAccess(
        List<TimelineItem> items,
        ConversationMessage message,
        AgentTrace trace,
        ref HashSet<long>? access
    )
    {
        // A turn that only goes on collecting weighs nothing.
        if (trace.Candidates.Count == 0)
        {
            return;
        }

        var usable = trace
            .Candidates.Where(candidate => candidate.Skipped is null)
            .OrderBy(candidate => candidate.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var ids = usable.Select(candidate => candidate.Id).ToHashSet();
        if (access is not null && access.SetEquals(ids))
        {
            return;
        }

        access = ids;
        List<string> names = [.. usable.Select(candidate => ShownName(candidate.Name))];
        items.Add(
            new TimelineItem.Happened(
                $"access-{message.Id}",
                message.CreatedAt,
                HappeningKind.Access,
                names.Count == 0
                    ? "Fin had access to no data connector"
                    : $"Fin had access to {Shortened(names)}",
                names.Count > MostNames + 1 ? $"Fin had access to {string.Join(", ", names)}" : null
            )
        );
    }

    private static string Shortened(List<string> names) =>
        names.Count <= MostNames + 1
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static TimelineItem.Happened Run(
        ConversationMessage message,
        TraceStep step,
        int index
    ) =>
        new(
            $"run-{message.Id}-{index}",
            message.CreatedAt,
            step.IsSuccess ? HappeningKind.Success : HappeningKind.Failure,
            $"{ShownName(step.Name)} {(step.IsSuccess ? "triggered successfully" : "failed")}",
            Run: step
        );

    private string AuthorOf(ConversationMessage message) =>
        message.Author switch
        {
            MessageAuthor.Fin => "Fin",
            MessageAuthor.Teammate => message.TeammateId is { } id ? nameOf(id) : "Teammate",
            _ => personName,
        };

    private string Words(ConversationEvent happened)
    {
        var who = happened.TeammateId is { } id ? nameOf(id) : null;
        return happened.Kind switch
        {
            ConversationEventKind.Assigned when happened.AssigneeId is null =>
                $"{who ?? "Fin"} handed it to the team",
            ConversationEventKind.Assigned when happened.AssigneeId == happened.TeammateId =>
                $"{who} took it over",
            ConversationEventKind.Assigned =>
                $"{who ?? "Fin"} assigned it to {nameOf(happened.AssigneeId!.Value)}",
            ConversationEventKind.Closed => $"{who ?? "Fin"} closed it",
            ConversationEventKind.Reopened => $"{who ?? personName} reopened it",
            ConversationEventKind.Escalated => $"{who ?? "Fin"} escalated it to the team",
            ConversationEventKind.Resolved => $"{who ?? "Fin"} resolved it",
            ConversationEventKind.HandedToFin => $"{who} let Fin answer again",
            _ => throw new InvalidOperationException($"Unknown event: {happened.Kind}"),
        };
    }

    private static string ShownName(string name) =>
        string.IsNullOrWhiteSpace(name) ? "Untitled" : name;
}

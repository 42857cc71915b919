using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;

namespace DataConnectors.Tests.Support;

/// <summary>Conversations of every sort, the same for the same seed.</summary>
internal static class SomeConversations
{
    /// <summary>Teammates that conversations are assigned to.</summary>
    public static readonly long[] Teammates = [Some.Actor.TeammateId, Some.OtherActor.TeammateId];

    /// <summary>Connectors that Fin triggered in some of them.</summary>
    public static readonly long[] Connectors = [9001, 9002];

    private static readonly string[] Subjects =
    [
        "Where is my order?",
        "Refund of 100% please",
        "I_need an invoice",
        "Cancel my ORDER",
        "Hello",
    ];

    /// <summary>People of every role.</summary>
    public static IReadOnlyList<Person> People(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                    Some.Person(
                        number,
                        (PersonRole)(number % 3),
                        name: number % 3 == 0 ? null : $"Person {number}",
                        email: number % 3 == 0 ? null : $"person{number}@example.com"
                    )
                ),
        ];

    /// <summary>Conversations of those people, two of a time now and then, up to sixty days old.</summary>
    public static (
        IReadOnlyList<Conversation> Conversations,
        IReadOnlyList<ConversationAction> Actions
    ) Of(int count, int people, int seed)
    {
        var random = new Random(seed);
        var conversations = Enumerable
            .Range(1, count)
            .Select(number =>
            {
                var at = Some.Instant.AddMinutes(-random.Next(60 * 24 * 60) / 10 * 10);
                return new Conversation
                {
                    Id = number,
                    PersonId = random.Next(people) + 1,
                    Subject = Subjects[random.Next(Subjects.Length)],
                    Snippet = $"Last words {number}",
                    LastAuthor = (MessageAuthor)random.Next(3),
                    Channel = (ConversationChannel)random.Next(2),
                    State = (ConversationState)random.Next(2),
                    AssigneeId =
                        random.Next(3) == 0 ? Teammates[random.Next(Teammates.Length)] : null,
                    FinStatus =
                        random.Next(5) is var status && status < 4 ? (FinStatus)status : null,
                    IsActionUsedInReply = random.Next(3) == 0,
                    StartedAt = at,
                    UpdatedAt = at,
                };
            })
            .ToList();
        var actions = conversations
            .Where(conversation => conversation.IsActionUsedInReply)
            .Select(conversation => new ConversationAction
            {
                Id = conversation.Id,
                ConversationId = conversation.Id,
                ConnectorId = Connectors[conversation.Id % 2],
                ConnectorName = $"Connector {conversation.Id % 2}",
            })
            .ToList();
        return (conversations, actions);
    }
}

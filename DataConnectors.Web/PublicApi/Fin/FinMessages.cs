using System.Text.Json;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>A conversation that a program wants to begin.</summary>
/// <param name="ConversationId">Its own id; null to get one of ours.</param>
/// <param name="User">Who writes.</param>
/// <param name="Text">What they write.</param>
internal sealed record WantedConversation(string? ConversationId, PersonDetails User, string Text)
{
    /// <summary>What was said before.</summary>
    public IReadOnlyList<EarlierMessage> Earlier { get; init; } = [];

    /// <summary>What is known of the conversation.</summary>
    public FinConversationMetadata? Metadata { get; init; }

    /// <summary>Whether Fin is to answer.</summary>
    public bool IsForFin { get; init; } = true;
}

/// <summary>A message that is stored.</summary>
/// <param name="Conversation">The conversation as it is now.</param>
/// <param name="UserId">Who wrote, as the program names them.</param>
/// <param name="Message">The message.</param>
internal sealed record StoredForFin(
    Conversation Conversation,
    string UserId,
    ConversationMessage Message
)
{
    /// <summary>What Fin owes an answer to; null where it owes none, or is at it already.</summary>
    public ReceivedMessage? Received { get; init; }

    /// <summary>Attributes that could not be stored; null when there are none.</summary>
    public FinAttributeErrors? Errors { get; init; }
}

/// <summary>Stores what programs send to Fin.</summary>
internal sealed class FinMessages(
    RecognizePerson recognizePerson,
    CheckAttributes checkAttributes,
    PeopleQueries people,
    ConversationQueries conversations,
    StartConversation startConversation,
    FinConversations fin
)
{
    private static readonly IReadOnlyDictionary<string, JsonElement> NoAttributes =
        new Dictionary<string, JsonElement>();
    private static readonly IReadOnlyDictionary<string, string> NoFaults =
        new Dictionary<string, string>();

    /// <summary>
    /// A new conversation, or the one that the same request began before; a conflict when its id belongs to another.
    /// </summary>
    public async Task<Outcome<StoredForFin, Fault>> StartAsync(
        WantedConversation wanted,
        CancellationToken cancellationToken
    )
    {
        if (await FindSameAsync(wanted, cancellationToken) is { } before)
        {
            return before;
        }

        if (
            !(await recognizePerson.RunAsync(wanted.User, cancellationToken)).TryGet(
                out var user,
                out var invalid
            )
        )
        {
            return InUser(invalid);
        }

        var attributes = await checkAttributes.RunAsync(
            AttributeOwner.Conversation,
            wanted.Metadata?.Attributes ?? NoAttributes,
            cancellationToken
        );
        var started = await startConversation.RunAsync(
            new NewConversation(user.Person.Id, wanted.Text)
            {
                IsVerified = wanted.User.ExternalId is not null,
                Channel = ConversationChannel.Api,
                ExternalId = wanted.ConversationId,
                Earlier = wanted.Earlier,
                AttributesJson = StoredAttributes.Merge("{}", attributes.Values),
                IsForFin = wanted.IsForFin,
            },
            cancellationToken
        );
        if (!started.TryGet(out var received, out var fault))
        {
            // The same request, sent twice at the same moment, is the same request.
            return await FindSameAsync(wanted, cancellationToken) is { } same ? same : fault;
        }

        return await StoredAsync(
            received,
            user,
            ErrorsOf(user.AttributeFaults, attributes.Faults),
            cancellationToken
        );
    }

    /// <summary>The next message of a conversation that was begun here.</summary>
    public async Task<Outcome<StoredForFin, Fault>> ReplyAsync(
        string conversationId,
        PersonDetails user,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (
            await conversations.FindByWireIdAsync(conversationId, cancellationToken)
            is not { Channel: ConversationChannel.Api } conversation
        )
        {
            return Fault.NotFound("conversation");
        }

        var person = await people.FindAsync(conversation.PersonId, cancellationToken);
        if (person is null || (user.ExternalId is not null && user.ExternalId != person.ExternalId))
        {
            return Fault.Invalid("user.id", "This conversation is one of another user.");
        }

        var faults = NoFaults;
        if (user.ExternalId is not null)
        {
            if (
                !(await recognizePerson.RunAsync(user, cancellationToken)).TryGet(
                    out var recognized,
                    out var invalid
                )
            )
            {
                return InUser(invalid);
            }

            (person, faults) = (recognized.Person, recognized.AttributeFaults);
        }

        var outcome = await fin.ReceiveAsync(
            new IncomingMessage(
                conversation.Id,
                person.Id,
                text,
                IsVerified: user.ExternalId is not null
            ),
            cancellationToken
        );
        return outcome.TryGet(out var received, out var fault)
            ? await StoredAsync(
                received,
                new RecognizedPerson(person, faults),
                ErrorsOf(faults, NoFaults),
                cancellationToken
            )
            : fault;
    }

    private async Task<StoredForFin?> FindSameAsync(
        WantedConversation wanted,
        CancellationToken cancellationToken
    )
    {
        if (
            wanted.ConversationId is null
            || await conversations.FindHeadByExternalIdAsync(
                wanted.ConversationId,
                cancellationToken
            )
                is not { } head
            || await people.FindAsync(head.PersonId, cancellationToken) is not { } person
            || person.ExternalId != wanted.User.ExternalId?.Trim()
        )
        {
            return null;
        }

        // Looked for among what the person wrote: the history before it may hold the same words.
        var thread = await conversations.FindAsync(head.Id, cancellationToken);
        var first = thread!
            .Messages.Where(message => message.Author == MessageAuthor.Person)
            .Skip(wanted.Earlier.Count(said => said.Author == MessageAuthor.Person))
            .FirstOrDefault();
        return first?.Text == wanted.Text
            ? new StoredForFin(
                thread.Conversation,
                person.ExternalId ?? WireId.Of(person.Id),
                first
            )
            : null;
    }

    private async Task<StoredForFin> StoredAsync(
        ReceivedMessage received,
        RecognizedPerson user,
        FinAttributeErrors? errors,
        CancellationToken cancellationToken
    ) =>
        new(
            (await conversations.FindHeadAsync(received.ConversationId, cancellationToken))!,
            user.Person.ExternalId ?? WireId.Of(user.Person.Id),
            received.Message
        )
        {
            Received = received,
            Errors = errors,
        };

    private static FinAttributeErrors? ErrorsOf(
        IReadOnlyDictionary<string, string> ofUser,
        IReadOnlyDictionary<string, string> ofConversation
    ) =>
        ofUser.Count + ofConversation.Count == 0
            ? null
            : new FinAttributeErrors
            {
                User = ofUser.Count == 0 ? null : new FinAttributeFaults(ofUser),
                Conversation =
                    ofConversation.Count == 0 ? null : new FinAttributeFaults(ofConversation),
            };

    // What is wrong with a person stands in the user of the request.
    private static Fault InUser(Fault fault) =>
        fault.Kind == FaultKind.Invalid
            ? Fault.Invalid([
                .. fault.Problems.Select(problem =>
                    problem with
                    {
                        Path = problem.Path == "externalId" ? "user.id" : $"user.{problem.Path}",
                    }
                ),
            ])
            : fault;
}

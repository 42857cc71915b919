using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>A live Messenger for a test person; person and conversation stand in the URL.</summary>
public sealed partial class MessengerPage(
    PeopleQueries peopleQueries,
    ConversationQueries conversationQueries,
    FinConversations messenger,
    AnswerInBackground answers,
    ConversationChanges changes,
    WorkspaceQueries workspaceQueries,
    LiveVersions liveVersions,
    CurrentActor currentActor,
    NavigationManager navigation,
    TimeProvider clock,
    ILogger<MessengerPage> logger
) : IDisposable
{
    // How long a teammate counts as writing after the last sign of it.
    private static readonly TimeSpan TeammatePause = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource leaving = new();
    private readonly Dictionary<string, (long ConnectorId, long Id)> executions = new(
        StringComparer.Ordinal
    );
    private IReadOnlyList<PersonSnapshot>? people;
    private IReadOnlyList<Conversation> conversations = [];
    private IReadOnlyList<ChatMessage> messages = [];
    private PersonSnapshot? person;
    private bool maySeeLogs;
    private bool hasFailed;
    private bool isSending;
    private bool isTyping;
    private string? teammateTyping;
    private string parts = "";
    private long teammateSigns;
    private IDisposable? listening;
    private int liveCount;
    private string? notice;
    private (long? Person, long? Conversation) shown;

    /// <summary>Who talks; the first test person when absent.</summary>
    [SupplyParameterFromQuery(Name = "person")]
    private long? PersonId { get; set; }

    /// <summary>The open conversation; absent for a new one.</summary>
    [SupplyParameterFromQuery(Name = "conversation")]
    private long? ConversationId { get; set; }

    /// <summary>What is said so far, and the answer as far as Fin has written it.</summary>
    private IReadOnlyList<ChatMessage> Shown =>
        parts.Length == 0 ? messages : [.. messages, new ChatMessage("parts", IsFin: true, parts)];

    private string SelectedPerson => person is null ? "" : Text(person.Id);

    private IReadOnlyList<SelectOption> PersonOptions =>
        [
            .. (people ?? []).Select(person => new SelectOption(
                Text(person.Id),
                PersonLabels.Of(person)
            )),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        listening?.Dispose();
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // After the first answer the new conversation's id comes into the URL: what is shown is that already.
        if (people is null || shown != (PersonId, ConversationId))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            hasFailed = false;
            notice = null;
            maySeeLogs = (await currentActor.GetAsync()).CanAccessDeveloperHub;
            var found = await peopleQueries.ListTestPeopleAsync(leaving.Token);
            person =
                found.FirstOrDefault(candidate => candidate.Id == PersonId)
                ?? (found.Count == 0 ? null : found[0]);
            liveCount = (await liveVersions.ListAsync(leaving.Token)).Count;
            people = found;
            await ShowConversationAsync();
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The Messenger could not be loaded.");
            hasFailed = true;
        }
    }

    private async Task ShowConversationAsync()
    {
        shown = (PersonId, ConversationId);
        executions.Clear();
        messages = [];
        StopListening();
        conversations = person is null
            ? []
            : await conversationQueries.ListForPersonAsync(person.Id, leaving.Token);
        if (ConversationId is not { } id)
        {
            return;
        }

        // Listened first, then read: what is stored between the two comes from both.
        Listen(id);
        var thread = await conversationQueries.FindAsync(id, leaving.Token);
        if (thread is null || thread.Conversation.PersonId != person?.Id)
        {
            StopListening();
            notice =
                "This conversation does not exist, or belongs to another person. Your next message starts a new one.";
            ConversationId = null;
            return;
        }

        // The page may have been reloaded while Fin is at work.
        isTyping = thread.Conversation is { PendingMessageId: not null, IsFinInCharge: true };
        foreach (var message in thread.Messages)
        {
            await AddAsync(message);
        }
    }

    private void Listen(long conversationId)
    {
        StopListening();
        listening = changes.Subscribe(
            conversationId,
            change => _ = InvokeAsync(() => TakeAsync(change))
        );
    }

    private void StopListening()
    {
        listening?.Dispose();
        listening = null;
        isTyping = false;
        teammateTyping = null;
        parts = "";
    }

    private async Task TakeAsync(ConversationChange change)
    {
        if (leaving.IsCancellationRequested || change.ConversationId != ConversationId)
        {
            return;
        }

        try
        {
            switch (change)
            {
                case ConversationChange.MessageAdded { Message: var message }:
                    await AddAsync(message);
                    conversations = await conversationQueries.ListForPersonAsync(
                        person!.Id,
                        leaving.Token
                    );
                    break;
                case ConversationChange.FinIsTyping { IsTyping: true }:
                    isTyping = true;
                    break;
                case ConversationChange.FinIsTyping:
                    StopTyping();
                    break;
                case ConversationChange.AnswerPart part:
                    parts += part.Text;
                    break;
                case ConversationChange.TeammateIsTyping typing:
                    await ShowTeammateAsync(typing.TeammateId);
                    break;
            }

            StateHasChanged();
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "What changed in a conversation could not be shown.");
        }
    }

    private void StopTyping()
    {
        // The answer is told of before the typing ends: without one, there was none.
        if (isTyping && messages is [.., { IsFin: false }])
        {
            notice = "Fin did not answer the last message. Send it again.";
        }

        isTyping = false;
        parts = "";
    }

    private async Task ShowTeammateAsync(long teammateId)
    {
        teammateTyping = await NameOfAsync(teammateId);
        StateHasChanged();
        var sign = ++teammateSigns;
        await Task.Delay(TeammatePause, clock, leaving.Token);
        if (sign == teammateSigns)
        {
            teammateTyping = null;
        }
    }

    private async Task AddAsync(ConversationMessage message) =>
        Add(message, message.TeammateId is { } teammate ? await NameOfAsync(teammate) : null);

    private void Add(ConversationMessage message, string? sender)
    {
        var key = Text(message.Id);
        if (message.IsNote || messages.Any(shownAlready => shownAlready.Key == key))
        {
            return;
        }

        if (message.Author != MessageAuthor.Person)
        {
            isTyping = false;
            teammateTyping = null;
            parts = "";
            Remember(message);
        }

        messages =
        [
            .. messages,
            new ChatMessage(
                key,
                message.Author != MessageAuthor.Person,
                message.Text,
                message.CreatedAt
            )
            {
                Sender = sender ?? (message.Author == MessageAuthor.Teammate ? "Teammate" : null),
            },
        ];
    }

    private async Task<string?> NameOfAsync(long teammateId) =>
        (await workspaceQueries.FindTeammateAsync(teammateId, leaving.Token))?.Name;

    private void Remember(ConversationMessage message)
    {
        if (
            maySeeLogs
            && message.ExecutionId is { } execution
            && AgentJson.DeserializeTrace(message.TraceJson)?.Chosen is { } connector
        )
        {
            executions[Text(message.Id)] = (connector, execution);
        }
    }

    private async Task SendAsync(string text)
    {
        if (person is null || isSending)
        {
            return;
        }

        notice = null;
        isSending = true;
        try
        {
            // Leaving the page does not take the question back.
            var outcome = await messenger.ReceiveAsync(
                new IncomingMessage(
                    ConversationId,
                    person.Id,
                    text,
                    IsVerified: person.Role == PersonRole.User
                ),
                CancellationToken.None
            );
            if (outcome.TryGet(out var received, out var fault))
            {
                await ShowSentAsync(received);
            }
            else
            {
                notice = fault.Message;
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A message could not be sent.");
            notice =
                "This message could not be sent. Reload the page to see whether it was stored, then send it again.";
        }
        finally
        {
            isSending = false;
        }
    }

    private async Task ShowSentAsync(ReceivedMessage received)
    {
        // The answer must find somebody who listens, and the question shown above it.
        var isNew = ConversationId != received.ConversationId;
        if (isNew)
        {
            ConversationId = received.ConversationId;
            shown = (person!.Id, received.ConversationId);
            Listen(received.ConversationId);
        }

        isTyping = received.IsForFin;
        Add(received.Message, sender: null);
        answers.Begin(received);
        if (isNew)
        {
            conversations = await conversationQueries.ListForPersonAsync(person!.Id, leaving.Token);
            navigation.NavigateTo(
                MessengerPages.Of(person.Id, received.ConversationId),
                replace: true
            );
        }
    }

    private void ChoosePerson(string id) =>
        navigation.NavigateTo(MessengerPages.Of(long.Parse(id, CultureInfo.InvariantCulture)));

    private void StartNew()
    {
        if (person is not null)
        {
            navigation.NavigateTo(MessengerPages.Of(person.Id));
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

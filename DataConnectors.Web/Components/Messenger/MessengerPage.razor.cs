using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>A live Messenger for a test person; person and conversation stand in the URL.</summary>
public sealed partial class MessengerPage(
    PeopleQueries peopleQueries,
    ConversationQueries conversationQueries,
    FinConversations messenger,
    LiveVersions liveVersions,
    CurrentActor currentActor,
    NavigationManager navigation,
    TimeProvider clock,
    ILogger<MessengerPage> logger
) : IDisposable
{
    // An answer takes as long as the slowest connector may, and a little.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

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
    private bool isTyping;
    private int liveCount;
    private string? notice;
    private (long? Person, long? Conversation) shown;

    /// <summary>Who talks; the first test person when absent.</summary>
    [SupplyParameterFromQuery(Name = "person")]
    private long? PersonId { get; set; }

    /// <summary>The open conversation; absent for a new one.</summary>
    [SupplyParameterFromQuery(Name = "conversation")]
    private long? ConversationId { get; set; }

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
        isTyping = false;
        conversations = person is null
            ? []
            : await conversationQueries.ListForPersonAsync(person.Id, leaving.Token);
        if (ConversationId is not { } id)
        {
            return;
        }

        var found = await conversationQueries.FindAsync(id, leaving.Token);
        var thread = found?.WithoutNotes();
        if (thread is null || thread.Conversation.PersonId != person?.Id)
        {
            notice =
                "This conversation does not exist, or belongs to another person. Your next message starts a new one.";
            ConversationId = null;
            return;
        }

        Show(thread);
        if (thread.Messages is [.., { Author: MessageAuthor.Person } last])
        {
            // The page was reloaded while Fin is at work.
            _ = AwaitAnswerAsync(id, last.CreatedAt);
        }
    }

    private async Task AwaitAnswerAsync(long conversationId, DateTimeOffset askedAt)
    {
        try
        {
            isTyping = true;
            while (clock.GetUtcNow() - askedAt < LongestAnswer)
            {
                await Task.Delay(LookAgainAfter, clock, leaving.Token);
                var found = await conversationQueries.FindAsync(conversationId, leaving.Token);
                var thread = found?.WithoutNotes();
                if (ConversationId != conversationId)
                {
                    return;
                }

                if (thread?.Messages is [.., { Author: not MessageAuthor.Person }])
                {
                    Show(thread);
                    isTyping = false;
                    await InvokeAsync(StateHasChanged);
                    return;
                }
            }

            if (ConversationId == conversationId)
            {
                isTyping = false;
                notice = "Fin did not answer the last message. Send it again.";
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Show(ConversationThread thread)
    {
        messages =
        [
            .. thread.Messages.Select(message => new ChatMessage(
                Text(message.Id),
                message.Author != MessageAuthor.Person,
                message.Text,
                message.CreatedAt
            )),
        ];
        foreach (var message in thread.Messages)
        {
            Remember(message);
        }
    }

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
        if (person is null || isTyping)
        {
            return;
        }

        notice = null;
        isTyping = true;
        messages =
        [
            .. messages,
            new ChatMessage($"sent-{messages.Count}", IsFin: false, text, clock.GetUtcNow()),
        ];
        StateHasChanged();
        var asked = (person.Id, ConversationId);
        try
        {
            // Leaving the page does not take the question back.
            var outcome = await messenger.ReplyAsync(
                new IncomingMessage(
                    ConversationId,
                    person.Id,
                    text,
                    IsVerified: person.Role == PersonRole.User
                ),
                CancellationToken.None
            );
            if (leaving.IsCancellationRequested || asked != (person.Id, ConversationId))
            {
                return;
            }

            if (outcome.TryGet(out var reply, out var fault))
            {
                await TakeAsync(reply);
            }
            else
            {
                notice = fault.Message;
            }
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A message could not be answered.");
            notice =
                "This message could not be answered. Reload the page to see whether it was stored, then send it again.";
        }
        finally
        {
            isTyping = false;
        }
    }

    private async Task TakeAsync(FinReply reply)
    {
        if (reply.Message is { } answer)
        {
            messages =
            [
                .. messages,
                new ChatMessage(Text(answer.Id), IsFin: true, answer.Text, answer.CreatedAt),
            ];
            Remember(answer);
        }

        conversations = await conversationQueries.ListForPersonAsync(person!.Id, leaving.Token);
        if (ConversationId != reply.ConversationId)
        {
            ConversationId = reply.ConversationId;
            shown = (person.Id, reply.ConversationId);
            navigation.NavigateTo(
                MessengerPages.Of(person.Id, reply.ConversationId),
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

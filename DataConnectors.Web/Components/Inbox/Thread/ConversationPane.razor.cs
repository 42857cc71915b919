using System.Globalization;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Components.Inbox.Views;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Inbox.Thread;

/// <summary>One conversation, live. The owner makes a new one for each conversation.</summary>
public sealed partial class ConversationPane(
    ConversationQueries conversations,
    PeopleQueries people,
    ConversationChanges changes,
    ReplyAsTeammate replyAsTeammate,
    AddNote addNote,
    AssignConversation assignConversation,
    CloseConversation closeConversation,
    ReopenConversation reopenConversation,
    TimeProvider clock,
    ILogger<ConversationPane> logger
) : IDisposable
{
    /// <summary>The id of the heading, for the caret of whoever opens a conversation.</summary>
    public const string TitleId = "conversation-title";

    private const int MessagesAtFirst = 60;
    private const string Fin = "fin";
    private const string Nobody = "nobody";
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TypingIsTold = TimeSpan.FromSeconds(3);

    private readonly PageReading reading = new(logger);
    private ConversationThread? thread;
    private IReadOnlyList<ConversationEvent> events = [];
    private IReadOnlyList<TimelineItem> items = [];
    private RenderThrottle? throttle;
    private IDisposable? subscription;
    private ITimer? typingEnds;
    private DateTimeOffset typingToldAt;
    private string personName = "";
    private string? problem;
    private string? sendProblem;
    private int most = MessagesAtFirst;
    private int hidden;
    private int assigneeEdition;
    private long? typingTeammate;
    private bool isFinTyping;
    private bool isLoaded;
    private bool isBusy;
    private bool hasEvents;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public long ConversationId { get; set; }

    /// <summary>What the address says.</summary>
    [Parameter, EditorRequired]
    public InboxAddress Address { get; set; } = null!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>The teammates.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Teammate> Teammates { get; set; } = [];

    /// <summary>The name of a teammate.</summary>
    [Parameter, EditorRequired]
    public Func<long, string> NameOf { get; set; } = null!;

    /// <summary>What is begun and not sent.</summary>
    [Parameter, EditorRequired]
    public ReplyDraft Draft { get; set; } = null!;

    /// <summary>Asks for conversation events between the messages, or for none.</summary>
    [Parameter]
    public EventCallback<bool> OnShowEvents { get; set; }

    private Conversation Conversation => thread!.Conversation;

    private bool IsOpen => Conversation.State == ConversationState.Open;

    private string BackHref => (Address with { Conversation = null, Show = null }).ToString();

    private string AssigneeValue =>
        Assignment.Of(Conversation) switch
        {
            Assignment.ToTeammate(var id) => ViewItem.KeyOf(id),
            Assignment.ToNobody => Nobody,
            _ => Fin,
        };

    private IReadOnlyList<SelectOption> AssigneeOptions =>
        [
            new(Fin, "Fin"),
            new(Nobody, "Nobody (team)"),
            .. Teammates.Select(teammate => new SelectOption(
                ViewItem.KeyOf(teammate.Id),
                teammate.Id == Actor.TeammateId ? $"{teammate.Name} (me)" : teammate.Name
            )),
        ];

    private string? ReplyHint =>
        Conversation.IsFinInCharge ? "Your reply takes it over from Fin."
        : Conversation.AssigneeId is null ? "Your reply assigns it to you."
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        subscription?.Dispose();
        throttle?.Dispose();
        typingEnds?.Dispose();
        reading.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        hasEvents = Address.HasEvents;
        throttle = new RenderThrottle(() => _ = InvokeAsync(RefreshAsync), clock, LiveInterval);
        subscription = changes.Subscribe(ConversationId, Hear);
        return LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (hasEvents != Address.HasEvents)
        {
            hasEvents = Address.HasEvents;
            Arrange();
        }
    }

    private Task LoadAsync() =>
        reading.RunAsync(
            $"The conversation {ConversationId}",
            async () =>
            {
                var found = await conversations.FindAsync(ConversationId, reading.Leaving);
                if (found is not null)
                {
                    events = await conversations.ListEventsAsync(ConversationId, reading.Leaving);
                    var person = await people.FindAsync(
                        found.Conversation.PersonId,
                        reading.Leaving
                    );
                    personName = person?.DisplayName ?? nameof(PersonRole.Visitor);
                }

                thread = found;
                isLoaded = true;
                Arrange();
            }
        );

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void Arrange()
    {
        if (thread is null)
        {
            return;
        }

        // Events before the first message that is shown stay away with the messages there.
        hidden = Math.Max(0, thread.Messages.Count - most);
        var shown = thread.Messages.Skip(hidden).ToList();
        var from = hidden > 0 ? thread.Messages[hidden - 1].Id : 0;
        items = new Timeline(NameOf, personName).Of(
            shown,
            [.. events.Where(happened => happened.Id > from)],
            hasEvents
        );
    }

    private void ShowEarlier()
    {
        most += 10 * MessagesAtFirst;
        Arrange();
    }

    private void Hear(ConversationChange change)
    {
        switch (change)
        {
            case ConversationChange.FinIsTyping(_, var isTyping):
                _ = InvokeAsync(() =>
                {
                    isFinTyping = isTyping;
                    StateHasChanged();
                });
                break;
            case ConversationChange.TeammateIsTyping(_, var teammateId)
                when teammateId != Actor.TeammateId:
                _ = InvokeAsync(() => ShowTyping(teammateId));
                break;
            case ConversationChange.MessageAdded or ConversationChange.Updated:
                throttle?.Request();
                break;
        }
    }

    private void ShowTyping(long teammateId)
    {
        typingTeammate = teammateId;
        typingEnds?.Dispose();
        typingEnds = clock.CreateTimer(
            _ =>
                _ = InvokeAsync(() =>
                {
                    typingTeammate = null;
                    StateHasChanged();
                }),
            state: null,
            TypingLasts,
            Timeout.InfiniteTimeSpan
        );
        StateHasChanged();
    }

    private void TellTyping()
    {
        var now = clock.GetUtcNow();
        if (now - typingToldAt >= TypingIsTold)
        {
            typingToldAt = now;
            changes.Publish(
                new ConversationChange.TeammateIsTyping(ConversationId, Actor.TeammateId)
            );
        }
    }

    private async Task SendAsync()
    {
        var (text, isNote) = (Draft.Text, Draft.IsNote);
        sendProblem = await TryAsync(async () =>
            isNote
                ? (
                    await addNote.RunAsync(Actor, ConversationId, text, CancellationToken.None)
                ).Failure
                : (
                    await replyAsTeammate.RunAsync(
                        Actor,
                        ConversationId,
                        text,
                        CancellationToken.None
                    )
                ).Failure
        );

        // What was written on meanwhile is not what was sent.
        if (sendProblem is null && Draft.Text == text)
        {
            Draft.Text = "";
            typingToldAt = default;
        }
    }

    private async Task AssignAsync(string value)
    {
        problem = await TryAsync(async () =>
            (
                await assignConversation.RunAsync(
                    Actor,
                    ConversationId,
                    value switch
                    {
                        Fin => new Assignment.ToFin(),
                        Nobody => new Assignment.ToNobody(),
                        _ => new Assignment.ToTeammate(
                            long.Parse(value, CultureInfo.InvariantCulture)
                        ),
                    },
                    CancellationToken.None
                )
            ).Failure
        );
        if (problem is not null)
        {
            // The control shows what is, not what was tried.
            assigneeEdition++;
        }
    }

    private async Task CloseOrReopenAsync() =>
        problem = await TryAsync(async () =>
            IsOpen
                ? (
                    await closeConversation.RunAsync(Actor, ConversationId, CancellationToken.None)
                ).Failure
                : (
                    await reopenConversation.RunAsync(Actor, ConversationId, CancellationToken.None)
                ).Failure
        );

    private async Task<string?> TryAsync(Func<Task<Fault?>> command)
    {
        isBusy = true;
        try
        {
            if (await command() is { } fault)
            {
                return fault.Message;
            }

            await LoadAsync();
            return null;
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "A command on conversation {ConversationId} failed",
                ConversationId
            );
            return "This could not be done because of a fault in this program. Try again; if it keeps happening, ask whoever runs this server to look at its log.";
        }
        finally
        {
            isBusy = false;
        }
    }
}

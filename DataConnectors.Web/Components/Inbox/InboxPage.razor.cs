using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Components.Inbox.List;
using DataConnectors.Web.Components.Inbox.Thread;
using DataConnectors.Web.Components.Inbox.Views;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace DataConnectors.Web.Components.Inbox;

/// <summary>The Inbox: views, their conversations, and one of them. What it shows stands in the address.</summary>
public sealed partial class InboxPage(
    WorkspaceQueries workspace,
    InboxViewQueries viewQueries,
    DeleteInboxView deleteView,
    ListConversations listConversations,
    ConversationQueries conversations,
    ConversationChanges changes,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    IJSRuntime script,
    TimeProvider clock,
    ILogger<InboxPage> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(2);

    private readonly PageReading reading = new(logger);
    private readonly Dictionary<long, ReplyDraft> drafts = [];
    private InboxAddress address = new();
    private Actor? actor;
    private IReadOnlyList<Teammate> teammates = [];
    private IReadOnlyList<ViewItem> views = [];
    private Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private ConversationListPane? listPane;
    private RenderThrottle? throttle;
    private IDisposable? subscription;
    private IJSObjectReference? module;
    private (long? From, long? To)? opened;

    /// <summary>The key of the view; the first when absent.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewKey { get; set; }

    /// <summary>The open conversation; absent for none.</summary>
    [SupplyParameterFromQuery(Name = "conversation")]
    private long? ConversationId { get; set; }

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    /// <summary>What is in front where not everything has room.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    /// <summary><c>on</c> while conversation events are shown.</summary>
    [SupplyParameterFromQuery(Name = "events")]
    private string? Events { get; set; }

    private ViewItem? Current => views.FirstOrDefault(view => view.Key == address.View);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        throttle?.Dispose();
        reading.Dispose();
        await module.LetGoAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var before = address;
        address = new InboxAddress
        {
            View = string.IsNullOrEmpty(ViewKey) ? BuiltInView.All[0].Key : ViewKey,
            Conversation = ConversationId,
            Search = Query,
            Show = Show,
            HasEvents = Events == "on",
        };
        if (actor is null)
        {
            await LoadAsync();
        }
        else if (before.Conversation != address.Conversation && before.View == address.View)
        {
            opened = (before.Conversation, address.Conversation);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (opened is not { } way)
        {
            return;
        }

        // The caret goes into the conversation that was opened, and back to its row when it is left.
        opened = null;
        try
        {
            if (way is { To: null, From: { } left })
            {
                await (listPane?.FocusRowAsync(left) ?? Task.CompletedTask);
            }
            else
            {
                module ??= await script.InvokeAsync<IJSObjectReference?>(
                    "import",
                    "./js/inbox-list.js"
                );
                await module.CallAsync("focus", ConversationPane.TitleId);
            }
        }
        catch (Exception fault)
            when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // It is open; only the caret stayed where it was.
        }
    }

    private Task LoadAsync() =>
        reading.RunAsync(
            "The Inbox",
            async () =>
            {
                var signedIn = await currentActor.GetAsync();
                teammates = await workspace.ListTeammatesAsync(reading.Leaving);
                views = ViewItem.ListOf(await viewQueries.ListAsync(signedIn, reading.Leaving));
                actor = signedIn;
                await CountAsync();
                if (subscription is null)
                {
                    throttle = new RenderThrottle(
                        () => _ = InvokeAsync(RecountAsync),
                        clock,
                        CountInterval
                    );
                    subscription = changes.Subscribe(conversationId: null, Hear);
                }
            }
        );

    private async Task CountAsync()
    {
        var counted = views;
        var found = await listConversations.CountAsync(
            [.. counted.Select(view => view.Filter)],
            actor!.TeammateId,
            reading.Leaving
        );
        counts = counted
            .Zip(found)
            .ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }

    private Task RecountAsync() =>
        reading.RunAsync(
            "The counts of the views",
            async () =>
            {
                await CountAsync();
                StateHasChanged();
            }
        );

    private void Hear(ConversationChange change)
    {
        if (change is ConversationChange.MessageAdded or ConversationChange.Updated)
        {
            throttle?.Request();
        }
    }

    private string HrefOf(ViewItem view) =>
        new InboxAddress { View = view.Key, HasEvents = address.HasEvents }.ToString();

    private string NameOf(long teammateId) =>
        teammates.FirstOrDefault(teammate => teammate.Id == teammateId)?.Name
        ?? "A former teammate";

    private ReplyDraft DraftOf(long conversationId)
    {
        if (!drafts.TryGetValue(conversationId, out var draft))
        {
            drafts[conversationId] = draft = new ReplyDraft();
        }

        return draft;
    }

    private void Go(InboxAddress next) => navigation.NavigateTo(next.ToString(), replace: true);

    private void Search(string? text) => Go(address with { Search = text });

    private async Task EditViewAsync(InboxView? view)
    {
        IReadOnlyList<KeyValuePair<long, string>> connectors = [];
        await reading.RunAsync(
            "The connectors that Fin triggered",
            async () =>
                connectors = await conversations.ListTriggeredConnectorsAsync(reading.Leaving)
        );
        var dialog = await dialogs.ShowAsync<ViewDialog>(
            view is null ? "New view" : "Edit view",
            new DialogParameters<ViewDialog>
            {
                { form => form.Actor, actor },
                { form => form.View, view },
                { form => form.Teammates, teammates },
                { form => form.Connectors, connectors },
            }
        );
        if (await dialog.Result is { Canceled: false, Data: long saved })
        {
            await ReloadViewsAsync();
            navigation.NavigateTo(new InboxAddress { View = ViewItem.KeyOf(saved) }.ToString());
        }
    }

    private async Task DeleteViewAsync(InboxView view)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            view.Name,
            view.IsShared
                ? "The view goes for every teammate. Conversations stay."
                : "The view goes. Conversations stay.",
            () => deleteView.RunAsync(actor!, view.Id, CancellationToken.None)
        );
        if (tried)
        {
            await ReloadViewsAsync();
            navigation.NavigateTo(InboxAddress.Inbox);
        }
    }

    private Task ReloadViewsAsync() =>
        reading.RunAsync(
            "The views",
            async () =>
            {
                views = ViewItem.ListOf(await viewQueries.ListAsync(actor!, reading.Leaving));
                await CountAsync();
            }
        );
}

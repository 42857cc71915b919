using System.Globalization;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Inbox.Views;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataConnectors.Web.Components.Inbox.List;

/// <summary>The list of a view: loads, goes on, and hears of changes.</summary>
public sealed partial class ConversationListPane(
    ListConversations listConversations,
    ConversationChanges changes,
    IJSRuntime script,
    TimeProvider clock,
    ILogger<ConversationListPane> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(400);

    private readonly PageReading reading = new(logger);
    private readonly Lock gate = new();
    private HashSet<long> changed = [];
    private Paging<ConversationRow>? rows;
    private VirtualList<ConversationRow>? list;
    private ConversationSearch? loaded;
    private RenderThrottle? throttle;
    private IDisposable? subscription;
    private ElementReference pane;
    private IJSObjectReference? module;
    private DotNetObjectReference<ConversationListPane>? self;
    private double? scrollTo;
    private bool isWatchDue;

    /// <summary>What the address says.</summary>
    [Parameter, EditorRequired]
    public InboxAddress Address { get; set; } = null!;

    /// <summary>The chosen view.</summary>
    [Parameter, EditorRequired]
    public ViewItem View { get; set; } = null!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>The name of a teammate.</summary>
    [Parameter, EditorRequired]
    public Func<long, string> NameOf { get; set; } = null!;

    /// <summary>Told of another search.</summary>
    [Parameter]
    public EventCallback<string?> OnSearch { get; set; }

    // A copy each time, so that the list on screen notices.
    private List<ConversationRow> Rows => [.. rows!.Items];

    private long TabStop =>
        rows!.Items.Any(row => row.Id == Address.Conversation)
            ? Address.Conversation!.Value
            : rows.Items[0].Id;

    private ConversationSearch Wanted => new(View.Filter, Address.Search, Actor.TeammateId);

    /// <summary>Reads the next page; called when the end of the list comes near.</summary>
    [JSInvokable]
    public async Task ReadOnAsync()
    {
        if (rows is not { NextCursor: not null, IsLoadingMore: false } here)
        {
            return;
        }

        var search = loaded!;
        await reading.RunAsync(
            "The list of conversations",
            () =>
                here.MoreAsync(cursor =>
                    listConversations.RunAsync(search, cursor, reading.Leaving)
                )
        );
        here.Change(LiveRows.DropRepeated);
        isWatchDue = true;
        StateHasChanged();
    }

    /// <summary>Puts the caret on the row of a conversation, if it is there.</summary>
    public async Task FocusRowAsync(long conversationId)
    {
        var index = rows?.Items.ToList().FindIndex(row => row.Id == conversationId) ?? -1;
        if (index >= 0 && list is not null)
        {
            var id = ConversationItem.ElementId(conversationId);
            await list.ShowAsync(index, id, id);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        throttle?.Dispose();
        reading.Dispose();
        await module.LetGoAsync("unwatch", pane);
        self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        throttle = new RenderThrottle(() => _ = InvokeAsync(TakeChangesAsync), clock, LiveInterval);
        subscription = changes.Subscribe(conversationId: null, Hear);
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        loaded == Wanted ? Task.CompletedTask : LoadAsync();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                module = await script.InvokeAsync<IJSObjectReference?>(
                    "import",
                    "./js/inbox-list.js"
                );
                self = DotNetObjectReference.Create(this);
                await module.CallAsync("listen", pane);
            }

            if (scrollTo is { } position)
            {
                scrollTo = null;
                await module.CallAsync("scrollTo", pane, position);
            }

            if (module is not null && isWatchDue)
            {
                isWatchDue = false;
                await module.CallAsync("watch", pane, self);
            }
        }
        catch (Exception fault)
            when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The first page is on screen all the same.
        }
    }

    private Task LoadAsync() =>
        reading.RunAsync(
            "The list of conversations",
            async () =>
            {
                var wanted = Wanted;
                if (wanted != loaded)
                {
                    loaded = wanted;
                    rows = null;
                }

                var page = await listConversations.RunAsync(wanted, cursor: null, reading.Leaving);

                // A slow answer to an earlier search must not replace that to a later one.
                if (wanted == loaded)
                {
                    rows = new(page);
                    isWatchDue = true;
                }
            }
        );

    private string HrefOf(ConversationRow row) =>
        (Address with { Conversation = row.Id, Show = null }).ToString();

    private Task SearchAsync(string? text) => OnSearch.InvokeAsync(text);

    private void Hear(ConversationChange change)
    {
        if (change is not (ConversationChange.MessageAdded or ConversationChange.Updated))
        {
            return;
        }

        lock (gate)
        {
            changed.Add(change.ConversationId);
        }

        throttle?.Request();
    }

    private Task TakeChangesAsync() =>
        reading.RunAsync(
            "The list of conversations",
            async () =>
            {
                if (rows is not { } here || loaded is not { } search)
                {
                    return;
                }

                HashSet<long> ids;
                lock (gate)
                {
                    (ids, changed) = (changed, []);
                }

                if (ids.Count == 0)
                {
                    return;
                }

                var found = await listConversations.FindAsync(search, ids, reading.Leaving);
                var anchor = await AnchorAsync();
                here.Change(all => LiveRows.Apply(all, ids, found, here.NextCursor is null));
                Keep(here, anchor);
                isWatchDue = true;
                StateHasChanged();
            }
        );

    private async Task<Anchor?> AnchorAsync()
    {
        try
        {
            return module is null ? null : await module.InvokeAsync<Anchor?>("anchor", pane);
        }
        catch (Exception fault)
            when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    // What was the first row in view stays it, however many came in above.
    private void Keep(Paging<ConversationRow> here, Anchor? anchor)
    {
        if (
            anchor is null
            || !long.TryParse(anchor.Id, CultureInfo.InvariantCulture, out var conversationId)
        )
        {
            return;
        }

        var index = here.Items.ToList().FindIndex(row => row.Id == conversationId);
        if (index >= 0)
        {
            scrollTo = (index * ConversationItem.Height) + anchor.Offset;
        }
    }

    private sealed record Anchor(string Id, double Offset);
}

using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// Watches a form in the browser: until the server has stored what was typed there, the page does not say "Saved" and asks before
/// it is left. Without its script (in tests, or when it cannot be loaded) nothing is watched and everything else works.
/// </summary>
public sealed class UnsentEdits(IJSRuntime script, Func<Task<bool>> store) : IAsyncDisposable
{
    private DotNetObjectReference<UnsentEdits>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? watch;

    /// <summary>Begins to watch the fields inside <paramref name="form"/>.</summary>
    public async Task WatchAsync(ElementReference form)
    {
        self = DotNetObjectReference.Create(this);
        try
        {
            module = await script.InvokeAsync<IJSObjectReference?>(
                "import",
                "./js/unsent-edits.js"
            );
            watch = module is null
                ? null
                : await module.InvokeAsync<IJSObjectReference?>("watch", form, self);
        }
        catch (Exception fault) when (fault is JSException or JSDisconnectedException)
        {
            // The page is going, or its scripts are blocked; saving does not depend on this.
        }
    }

    /// <summary>Stores what is edited; called by the script after each pause in typing.</summary>
    [JSInvokable]
    public Task<bool> StoreNowAsync() => store();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await watch.LetGoAsync("stop");
        await module.LetGoAsync();
        self?.Dispose();
    }
}

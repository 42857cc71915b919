using Microsoft.JSInterop;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// The server's end of <c>js/unsent-edits.js</c>: until it has stored what was typed into the form, the page does not say "Saved" and
/// asks before it is left. Without the script (in tests, or when it is blocked) nothing is watched and everything else works.
/// </summary>
public sealed class UnsentEdits(IJSRuntime script, Func<Task<bool>> store) : IAsyncDisposable
{
    private DotNetObjectReference<UnsentEdits>? self;

    /// <summary>Begins to answer the script.</summary>
    public Task AttachAsync()
    {
        self = DotNetObjectReference.Create(this);
        return CallAsync("unsentEdits.attach", self);
    }

    /// <summary>Stores what is edited; called by the script after each pause in typing.</summary>
    [JSInvokable]
    public Task<bool> StoreNowAsync() => store();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CallAsync("unsentEdits.detach");
        self?.Dispose();
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, arguments);
        }
        catch (Exception fault)
            when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page is going, or its scripts are blocked; saving does not depend on this.
        }
    }
}

using Microsoft.JSInterop;

namespace DataConnectors.Web.Components.Shared;

/// <summary>Calls into a script that may not be there: not loaded (in tests), or gone with its page.</summary>
internal static class ScriptModule
{
    public static ValueTask CallAsync(
        this IJSObjectReference? module,
        string function,
        params object?[] arguments
    ) => module?.InvokeVoidAsync(function, arguments) ?? ValueTask.CompletedTask;

    /// <summary>Lets go of the script; that the page is gone already is no fault.</summary>
    public static async ValueTask LetGoAsync(
        this IJSObjectReference? module,
        string? lastFunction = null,
        params object?[] arguments
    )
    {
        if (module is null)
        {
            return;
        }

        try
        {
            if (lastFunction is not null)
            {
                await module.InvokeVoidAsync(lastFunction, arguments);
            }

            await module.DisposeAsync();
        }
        catch (Exception fault)
            when (fault is JSDisconnectedException or JSException or OperationCanceledException)
        {
            // Everything the script held went with the page.
        }
    }
}

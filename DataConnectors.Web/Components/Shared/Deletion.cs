using DataConnectors.Core.Kernel;
using MudBlazor;

namespace DataConnectors.Web.Components.Shared;

/// <summary>Asks before something is deleted, and says how it went.</summary>
internal static class Deletion
{
    /// <summary>Whether it was tried: false when the teammate thought better of it.</summary>
    /// <param name="dialogs">Asks.</param>
    /// <param name="snackbar">Says that it is done.</param>
    /// <param name="subject">What is deleted, as it stands in a sentence.</param>
    /// <param name="consequence">What goes with it.</param>
    /// <param name="delete">Deletes it.</param>
    /// <param name="verb">What it is called here, such as "Revoke".</param>
    /// <param name="done">What has been done then, such as "Revoked".</param>
    public static async Task<bool> RunAsync(
        IDialogService dialogs,
        ISnackbar snackbar,
        string subject,
        string consequence,
        Func<Task<Outcome<Done, Fault>>> delete,
        string verb = "Delete",
        string done = "Deleted"
    )
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            $"{verb} {subject}?",
            $"{consequence} This cannot be undone.",
            yesText: verb,
            cancelText: "Cancel"
        );
        if (confirmed is not true)
        {
            return false;
        }

        var outcome = await delete();
        if (outcome.Failure is { Kind: FaultKind.Conflict or FaultKind.InUse } conflict)
        {
            // It names the data connectors to visit, so it stays until it is read.
            await dialogs.ShowMessageBoxAsync(
                $"{subject} is in use",
                conflict.Message,
                yesText: "Close"
            );
        }
        else
        {
            snackbar.Add(
                outcome.Failure?.Message ?? $"{done} {subject}.",
                outcome.IsSuccess ? Severity.Success : Severity.Error
            );
        }

        return true;
    }
}

using System.Globalization;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.CustomObjects;

/// <summary>The types of custom objects.</summary>
public sealed partial class CustomObjectsPage(
    CustomObjectQueries queries,
    DeleteCustomObjectType deleteType,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<CustomObjectsPage> logger
) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private Actor? actor;
    private IReadOnlyList<CustomObjectTypeSummary>? types;
    private bool hasFailed;

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            actor = await currentActor.GetAsync();
            types = await queries.ListTypesAsync(leaving.Token);
            hasFailed = false;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The custom object types could not be read.");
            hasFailed = true;
        }
    }

    private async Task DeleteAsync(CustomObjectTypeSummary type)
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            $"Delete \"{type.Details.Name}\"?",
            type.ObjectCount == 0
                ? "No object of it is stored. This cannot be undone."
                : $"{CountOf(type.ObjectCount)} deleted with it. This cannot be undone.",
            yesText: "Delete",
            cancelText: "Cancel"
        );
        if (confirmed is not true)
        {
            return;
        }

        // The teammate has read how many objects go with it; without any, one stored meanwhile is asked about again.
        var outcome = await deleteType.RunAsync(
            await currentActor.GetAsync(),
            type.Id,
            withObjects: type.ObjectCount > 0,
            CancellationToken.None
        );
        if (outcome.Failure is { Kind: FaultKind.Conflict } conflict)
        {
            // It names the data connectors to visit, so it stays until it is read.
            await dialogs.ShowMessageBoxAsync(
                $"\"{type.Details.Name}\" is in use",
                conflict.Message,
                yesText: "Close"
            );
        }
        else
        {
            snackbar.Add(
                outcome.Failure?.Message ?? $"Deleted \"{type.Details.Name}\".",
                outcome.IsSuccess ? Severity.Success : Severity.Error
            );
        }

        await LoadAsync();
    }

    private static string CountOf(int objects) =>
        objects == 1
            ? "1 stored object is"
            : string.Create(CultureInfo.InvariantCulture, $"{objects:N0} stored objects are");
}

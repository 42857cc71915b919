using System.Globalization;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
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
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<CustomObjectTypeSummary>? types;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The custom object types",
            async () =>
            {
                actor = await currentActor.GetAsync();
                types = await queries.ListTypesAsync(reading.Leaving);
            }
        );

    private async Task DeleteAsync(CustomObjectTypeSummary type)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{type.Details.Name}\"",
            type.ObjectCount == 0
                ? "No object of it is stored."
                : $"{CountOf(type.ObjectCount)} deleted with it.",
            // The teammate has read how many objects go with it; without any, one stored meanwhile is asked about again.
            async () =>
                await deleteType.RunAsync(
                    await currentActor.GetAsync(),
                    type.Id,
                    withObjects: type.ObjectCount > 0,
                    CancellationToken.None
                )
        );
        if (tried)
        {
            await LoadAsync();
        }
    }

    private static string CountOf(int objects) =>
        objects == 1
            ? "1 stored object is"
            : string.Create(CultureInfo.InvariantCulture, $"{objects:N0} stored objects are");
}

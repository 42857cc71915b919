using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Resolutions;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Connectors.List;

/// <summary>The list of data connectors; the search stands in the URL.</summary>
public sealed partial class ConnectorListPage(
    ConnectorQueries queries,
    ReadResolution readResolution,
    CreateConnector createConnector,
    DuplicateConnector duplicateConnector,
    SetToDraft setToDraft,
    DeleteConnector deleteConnector,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<ConnectorListPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<ConnectorSummary>? connectors;
    private IReadOnlyDictionary<long, ResolutionFigure> resolutions =
        new Dictionary<long, ResolutionFigure>();
    private bool isCreating;
    private bool isNewMenuOpen;

    /// <summary>Part of a name to look for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    private string Count =>
        connectors is { Count: 1 } ? "1 data connector" : $"{connectors?.Count} data connectors";

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The list of data connectors",
            async () =>
            {
                var query = Query;
                actor = await currentActor.GetAsync();
                var found = await queries.ListAsync(query, reading.Leaving);
                var figures = await readResolution.RunAsync(
                    [.. found.Select(connector => connector.Id)],
                    reading.Leaving
                );

                // A slow answer to an earlier search must not replace that to a later one.
                if (query == Query)
                {
                    (connectors, resolutions) = (found, figures);
                }
            }
        );

    private void Search(string? query) =>
        navigation.NavigateTo(ConnectorPages.Search(query), replace: true);

    private async Task CreateAsync()
    {
        isCreating = true;
        var outcome = await createConnector.RunAsync(
            await currentActor.GetAsync(),
            new ConnectorDefinition(),
            CancellationToken.None
        );
        isCreating = false;
        if (outcome.TryGet(out var id, out var fault))
        {
            navigation.NavigateTo(ConnectorPages.Edit(id));
        }
        else
        {
            snackbar.Add(fault.Message, Severity.Error);
        }
    }

    private async Task DuplicateAsync(ConnectorSummary connector) =>
        await RunAsync(
            duplicateConnector.RunAsync(
                await currentActor.GetAsync(),
                connector.Id,
                CancellationToken.None
            ),
            $"Made a copy of \"{connector.ShownName()}\" as a draft."
        );

    private async Task SetToDraftAsync(ConnectorSummary connector)
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            $"Set \"{connector.ShownName()}\" to draft?",
            "Fin stops using it at once. Its versions and its draft stay, and you can set it live again.",
            yesText: "Set to draft",
            cancelText: "Cancel"
        );
        if (confirmed is true)
        {
            await RunAsync(
                setToDraft.RunAsync(
                    await currentActor.GetAsync(),
                    connector.Id,
                    CancellationToken.None
                ),
                $"\"{connector.ShownName()}\" is a draft now."
            );
        }
    }

    private async Task DeleteAsync(ConnectorSummary connector)
    {
        var confirmed = await dialogs.ShowMessageBoxAsync(
            $"Delete \"{connector.ShownName()}\"?",
            "Its draft is deleted for good. This cannot be undone.",
            yesText: "Delete",
            cancelText: "Cancel"
        );
        if (confirmed is true)
        {
            await RunAsync(
                deleteConnector.RunAsync(
                    await currentActor.GetAsync(),
                    connector.Id,
                    CancellationToken.None
                ),
                $"Deleted \"{connector.ShownName()}\"."
            );
        }
    }

    private async Task RunAsync<T>(Task<Outcome<T, Fault>> command, string success)
    {
        var outcome = await command;
        snackbar.Add(
            outcome.Failure?.Message ?? success,
            outcome.IsSuccess ? Severity.Success : Severity.Error
        );
        await LoadAsync();
    }
}

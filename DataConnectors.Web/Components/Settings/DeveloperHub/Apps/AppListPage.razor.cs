using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Apps;

/// <summary>The apps of the workspace.</summary>
public sealed partial class AppListPage(
    AppQueries queries,
    CurrentActor currentActor,
    IDialogService dialogs,
    NavigationManager navigation,
    ILogger<AppListPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private IReadOnlyList<AppSummary>? apps;
    private Fault? fault;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The apps",
            async () =>
                (await queries.ListAsync(await currentActor.GetAsync(), reading.Leaving)).TryGet(
                    out apps,
                    out fault
                )
        );

    private async Task AddAsync()
    {
        var dialog = await dialogs.ShowAsync<NewAppDialog>("New app");
        if (await dialog.GetReturnValueAsync<long?>() is { } id)
        {
            navigation.NavigateTo(DeveloperHubPages.App(id));
        }
    }
}

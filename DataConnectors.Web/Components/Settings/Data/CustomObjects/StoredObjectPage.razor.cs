using DataConnectors.Core.CustomObjects;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.CustomObjects;

/// <summary>One custom object with everything stored of it.</summary>
public sealed partial class StoredObjectPage(
    CustomObjectQueries queries,
    ILogger<StoredObjectPage> logger
) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private CustomObjectTypeSummary? type;
    private CustomObjectSnapshot? stored;
    private bool isLoaded;
    private bool hasFailed;

    /// <summary>The type.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    /// <summary>The object.</summary>
    [Parameter]
    public long ObjectId { get; set; }

    private IReadOnlyList<BreadcrumbItem> Breadcrumbs =>
        [
            new("Custom objects", DataPages.CustomObjects),
            new(type?.Details.PluralName ?? type?.Details.Name ?? Key, DataPages.CustomObject(Key)),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            type = (await queries.ListTypesAsync(leaving.Token)).FirstOrDefault(each =>
                each.Key == Key
            );
            stored = await queries.FindObjectAsync(Key, ObjectId, leaving.Token);
            isLoaded = true;
            hasFailed = false;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The custom object {ObjectId} could not be read.", ObjectId);
            hasFailed = true;
        }
    }
}

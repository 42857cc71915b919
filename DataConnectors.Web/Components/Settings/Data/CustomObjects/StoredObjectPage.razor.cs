using DataConnectors.Core.CustomObjects;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.CustomObjects;

/// <summary>One custom object with everything stored of it.</summary>
public sealed partial class StoredObjectPage(
    CustomObjectQueries queries,
    ILogger<StoredObjectPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private CustomObjectTypeSummary? type;
    private CustomObjectSnapshot? stored;
    private bool isLoaded;

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
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            $"The custom object {ObjectId}",
            async () =>
            {
                type = await queries.FindTypeAsync(Key, reading.Leaving);
                stored = await queries.FindObjectAsync(Key, ObjectId, reading.Leaving);
                isLoaded = true;
            }
        );
}

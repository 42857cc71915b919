using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.CustomObjects;

/// <summary>One type of custom objects: its objects, and what it consists of. Tab and search stand in the URL.</summary>
public sealed partial class CustomObjectPage(
    CustomObjectQueries queries,
    ChangeCustomObjectType changeType,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<CustomObjectPage> logger
) : IDisposable
{
    private static readonly IReadOnlyList<BreadcrumbItem> Breadcrumbs =
    [
        new("Custom objects", DataPages.CustomObjects),
    ];

    private static readonly IReadOnlyList<TabStripItem> Tabs =
    [
        new("objects", "Objects"),
        new("definition", "Definition"),
    ];

    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private CustomObjectTypeSummary? type;
    private TypeDraft? draft;
    private Paging<CustomObjectSnapshot>? objects;
    private string? loadedKey;
    private string? loadedQuery;
    private Fault? fault;
    private bool isLoaded;
    private bool isSaving;

    /// <summary>The type.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    /// <summary><c>definition</c>, or else the objects.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    /// <summary>What an external id or a value holds.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    private bool ShowsDefinition => Tab is "definition";

    private string Title =>
        type is null ? "Custom object" : type.Details.PluralName ?? type.Details.Name;

    private IReadOnlyList<ObjectAttribute> Attributes =>
        [
            .. type!.Details.Attributes.Select(attribute => new ObjectAttribute(
                attribute.Name,
                attribute.Type,
                IsIdentity: false
            )),
        ];

    private string Count => Quantity.Of(type!.ObjectCount, "object", "objects");

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (loadedKey != Key)
        {
            await LoadAsync();
        }
        else if (loadedQuery != Query)
        {
            await LoadObjectsAsync();
        }
    }

    private async Task LoadAsync()
    {
        await reading.RunAsync(
            $"The custom objects of {Key}",
            async () =>
            {
                actor = await currentActor.GetAsync();
                type = await queries.FindTypeAsync(Key, reading.Leaving);
                draft = type is null ? null : TypeDraft.Of(type);
                fault = null;
                loadedKey = Key;
                isLoaded = true;
            }
        );
        await LoadObjectsAsync();
    }

    private Task LoadObjectsAsync() =>
        reading.RunAsync(
            $"The custom objects of {Key}",
            async () =>
            {
                var query = loadedQuery = Query;
                if (type is null)
                {
                    return;
                }

                var page = await queries.ListObjectsAsync(type.Key, query, null, reading.Leaving);

                // A slow answer to an earlier search must not replace that to a later one.
                if (query == Query)
                {
                    objects = new(page);
                }
            }
        );

    private Task LoadMoreAsync() =>
        reading.RunAsync(
            $"The custom objects of {Key}",
            () =>
                objects!.MoreAsync(cursor =>
                    queries.ListObjectsAsync(type!.Key, Query, cursor, reading.Leaving)
                )
        );

    private void Search(string? query) =>
        navigation.NavigateTo(DataPages.CustomObject(Key, query), replace: true);

    private void ShowTab(string tab) =>
        navigation.NavigateTo(
            tab == "definition" ? DataPages.Definition(Key) : DataPages.CustomObject(Key)
        );

    private async Task SaveAsync()
    {
        if (isSaving || !draft!.IsChanged || !await ConfirmRemovalAsync())
        {
            return;
        }

        isSaving = true;
        var outcome = await changeType.RunAsync(
            await currentActor.GetAsync(),
            type!.Id,
            draft.ToDetails(),
            type.Revision,
            CancellationToken.None
        );
        isSaving = false;
        fault = outcome.Failure;
        if (outcome.IsSuccess)
        {
            snackbar.Add($"Saved \"{draft.Name.Trim()}\".", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task<bool> ConfirmRemovalAsync()
    {
        var removed = draft!.Removed;
        return removed.Count == 0
            || type!.ObjectCount == 0
            || await dialogs.ShowMessageBoxAsync(
                $"Remove {string.Join(", ", removed)}?",
                $"What is stored of {(removed.Count == 1 ? "it" : "them")} in {Count} is deleted. This cannot be undone.",
                yesText: "Save and delete",
                cancelText: "Cancel"
            )
                is true;
    }
}

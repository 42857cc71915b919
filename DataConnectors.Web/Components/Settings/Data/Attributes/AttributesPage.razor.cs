using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.Attributes;

/// <summary>The attributes of people, companies and conversations; whose stands in the URL.</summary>
public sealed partial class AttributesPage(
    AttributeQueries queries,
    DeleteAttribute deleteAttribute,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<AttributesPage> logger
) : IDisposable
{
    private static readonly IReadOnlyList<TabStripItem> Tabs =
    [
        new("person", "People"),
        new("company", "Companies"),
        new("conversation", "Conversations"),
    ];

    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<AttributeSummary>? attributes;

    /// <summary>Whose: <c>company</c>, <c>conversation</c>, or else the people's.</summary>
    [SupplyParameterFromQuery(Name = "of")]
    private string? Of { get; set; }

    private AttributeOwner Owner =>
        Of switch
        {
            "conversation" => AttributeOwner.Conversation,
            "company" => AttributeOwner.Company,
            _ => AttributeOwner.Person,
        };

    private string OwnerKey => Owner.ToString().ToLowerInvariant();

    // The workspace's own come first: they are what one comes for.
    private IReadOnlyList<AttributeSummary> Shown =>
        [
            .. attributes!
                .Where(attribute => attribute.Owner == Owner)
                .OrderBy(attribute => attribute.IsBuiltIn),
        ];

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The attributes",
            async () =>
            {
                actor = await currentActor.GetAsync();
                attributes = await queries.ListAsync(reading.Leaving);
            }
        );

    private Task AddAsync() =>
        AskAsync(
            $"New {OwnerKey} attribute",
            new DialogParameters<AttributeDialog> { { dialog => dialog.Owner, Owner } }
        );

    private Task EditAsync(AttributeSummary attribute) =>
        AskAsync(
            attribute.Path,
            new DialogParameters<AttributeDialog>
            {
                { dialog => dialog.Owner, attribute.Owner },
                { dialog => dialog.Attribute, attribute },
            }
        );

    private async Task AskAsync(string title, DialogParameters<AttributeDialog> parameters)
    {
        var dialog = await dialogs.ShowAsync<AttributeDialog>(title, parameters);
        if (await dialog.GetReturnValueAsync<string>() is { } said)
        {
            snackbar.Add(said, Severity.Success);
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(AttributeSummary attribute)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            attribute.Path,
            "Its values are deleted too.",
            async () =>
                await deleteAttribute.RunAsync(
                    await currentActor.GetAsync(),
                    attribute.Id!.Value,
                    CancellationToken.None
                )
        );
        if (tried)
        {
            await LoadAsync();
        }
    }
}

using DataConnectors.Core.Content;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.FinAgent.Content;

/// <summary>The articles; the search stands in the URL.</summary>
public sealed partial class ContentPage(
    ArticleQueries queries,
    DeleteArticle deleteArticle,
    CurrentActor currentActor,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<ContentPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private Paging<ArticleText>? articles;

    /// <summary>What a title or a text holds.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The articles",
            async () =>
            {
                actor = await currentActor.GetAsync();
                var query = Query;
                var page = await queries.ListAsync(query, cursor: null, reading.Leaving);

                // A slow answer to an earlier search must not replace that to a later one.
                if (query == Query)
                {
                    articles = new(page);
                }
            }
        );

    private Task LoadMoreAsync() =>
        reading.RunAsync(
            "The articles",
            () => articles!.MoreAsync(cursor => queries.ListAsync(Query, cursor, reading.Leaving))
        );

    private async Task DeleteAsync(ArticleText article)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{article.Title}\"",
            "Fin no longer answers from it.",
            async () =>
                await deleteArticle.RunAsync(
                    await currentActor.GetAsync(),
                    article.Id,
                    CancellationToken.None
                )
        );
        if (tried)
        {
            await LoadAsync();
        }
    }
}

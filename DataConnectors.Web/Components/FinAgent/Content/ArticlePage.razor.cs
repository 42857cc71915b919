using DataConnectors.Core.Content;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.FinAgent.Content;

/// <summary>A new article, or one that exists.</summary>
public sealed partial class ArticlePage(
    ArticleQueries queries,
    CreateArticle createArticle,
    ChangeArticle changeArticle,
    CurrentActor currentActor,
    NavigationManager navigation,
    ISnackbar snackbar,
    ILogger<ArticlePage> logger
) : IDisposable
{
    private static readonly IReadOnlyList<BreadcrumbItem> Breadcrumbs =
    [
        new("Content", FinAgentPages.Content()),
    ];

    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private ArticleText? stored;
    private string title = "";
    private string body = "";
    private Fault? fault;
    private bool isLoaded;
    private bool isSaving;
    private bool isSaved;

    /// <summary>The article; null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    private string Title => Id is null ? "New article" : stored?.Title ?? "Article";

    private bool CanSave =>
        isLoaded && actor is { CanAccessDeveloperHub: true } && (Id is null || stored is not null);

    private bool IsChanged =>
        !isSaved && (title != (stored?.Title ?? "") || body != (stored?.Body ?? ""));

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The article",
            async () =>
            {
                actor = await currentActor.GetAsync();
                stored = Id is { } id ? await queries.FindAsync(id, reading.Leaving) : null;
                title = stored?.Title ?? "";
                body = stored?.Body ?? "";
                fault = null;
                isLoaded = true;
            }
        );

    // What was refused is judged anew when it is sent again; until then a mended field is not called wrong.
    private void Change(Action change)
    {
        change();
        fault = null;
    }

    private async Task SaveAsync()
    {
        if (isSaving || !CanSave)
        {
            return;
        }

        isSaving = true;
        fault = stored is null
            ? await CreateAsync()
            : (
                await changeArticle.RunAsync(
                    await currentActor.GetAsync(),
                    stored.Id,
                    new ArticleDetails(title, body),
                    stored.Revision,
                    CancellationToken.None
                )
            ).Failure;
        isSaving = false;
        if (fault is null)
        {
            snackbar.Add($"Saved \"{title.Trim()}\".", Severity.Success);
            if (Id is not null)
            {
                await LoadAsync();
            }
        }
    }

    private async Task<Fault?> CreateAsync()
    {
        var created = await createArticle.RunAsync(
            await currentActor.GetAsync(),
            new ArticleDetails(title, body),
            CancellationToken.None
        );
        if (created.IsSuccess)
        {
            isSaved = true;
            navigation.NavigateTo(FinAgentPages.Content());
        }

        return created.Failure;
    }
}

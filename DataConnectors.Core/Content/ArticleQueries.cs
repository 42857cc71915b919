using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Content;

/// <summary>Reads articles for the console.</summary>
public sealed class ArticleQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The articles of one page.</summary>
    public const int PageSize = 50;

    private const string Escape = "\\";

    /// <summary>The page of articles that begins at <paramref name="cursor"/> (null for the first), newest first.</summary>
    /// <param name="search">What title or text holds; null or empty for all.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Page<ArticleText>> ListAsync(
        string? search,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var articles = context.Set<Article>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{Escaped(search.Trim())}%";
            articles = articles.Where(article =>
                EF.Functions.Like(article.Title, pattern, Escape)
                || EF.Functions.Like(article.Body, pattern, Escape)
            );
        }

        if (Cursor.Read(cursor) is { } lastSeen)
        {
            articles = articles.Where(article => article.Id < lastSeen);
        }

        var rows = await articles
            .OrderByDescending(article => article.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = Cursor.PageOf(rows, PageSize, article => article.Id);
        return new Page<ArticleText>([.. page.Items.Select(ArticleText.From)], page.NextCursor);
    }

    /// <summary>One article, or null.</summary>
    public async Task<ArticleText?> FindAsync(long articleId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return
            await context
                .Set<Article>()
                .AsNoTracking()
                .FirstOrDefaultAsync(article => article.Id == articleId, cancellationToken)
                is { } article
            ? ArticleText.From(article)
            : null;
    }

    private static string Escaped(string text) =>
        text.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);
}

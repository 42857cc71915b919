using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Content;

/// <summary>
/// All articles, for whoever answers from them. They are kept in memory; whether one changed, here or in another process, is asked of the
/// database each time in one small statement.
/// </summary>
public sealed class ArticleShelf(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    private volatile Stock? stock;

    /// <summary>The articles, by id. The same instances as long as nothing changes.</summary>
    public async Task<IReadOnlyList<ArticleText>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Every change raises a revision, a deletion lowers the count, and a new article has the highest id.
        var state = await context
            .Set<Article>()
            .GroupBy(_ => 1)
            .Select(all => new State(
                all.Count(),
                all.Sum(article => article.Revision),
                all.Max(article => article.Id)
            ))
            .SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            return [];
        }

        if (stock is { } known && known.State == state)
        {
            return known.Articles;
        }

        var articles = await context
            .Set<Article>()
            .AsNoTracking()
            .OrderBy(article => article.Id)
            .ToListAsync(cancellationToken);
        var read = new Stock(state, [.. articles.Select(ArticleText.From)]);
        stock = read;
        return read.Articles;
    }

    private sealed record State(int Count, int Revisions, long LastId);

    private sealed record Stock(State State, IReadOnlyList<ArticleText> Articles);
}

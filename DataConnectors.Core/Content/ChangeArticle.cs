using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Content;

/// <summary>Changes an article.</summary>
public sealed class ChangeArticle(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>The new revision; a conflict when somebody changed it since <paramref name="revision"/>.</summary>
    public async Task<Outcome<int, Fault>> RunAsync(
        Actor actor,
        long articleId,
        ArticleDetails details,
        int revision,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        details = details.Trimmed();
        if (ArticleRules.Check(details) is { Count: > 0 } problems)
        {
            return Fault.Invalid(problems);
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await context
            .Set<Article>()
            .Where(article => article.Id == articleId && article.Revision == revision)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(article => article.Title, details.Title)
                        .SetProperty(article => article.Body, details.Body)
                        .SetProperty(article => article.Revision, revision + 1)
                        .SetProperty(article => article.UpdatedAt, now),
                cancellationToken
            );
        if (changed == 1)
        {
            return revision + 1;
        }

        return await context
            .Set<Article>()
            .AnyAsync(article => article.Id == articleId, cancellationToken)
            ? Fault.Conflict("Somebody else changed this article meanwhile. Load it again.")
            : Fault.NotFound("article");
    }
}

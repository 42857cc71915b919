using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Content;

/// <summary>Writes an article that Fin may answer from, from the next question on.</summary>
public sealed class CreateArticle(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The id of the new article.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        ArticleDetails details,
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

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Article>().CountAsync(cancellationToken) >= Article.MaxCount)
        {
            return Fault.Conflict(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {Article.MaxCount} articles already. Delete one that is no longer needed."
                )
            );
        }

        var now = clock.GetUtcNow();
        var article = new Article
        {
            Id = ids.Next(),
            Title = details.Title,
            Body = details.Body,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.Add(article);
        await context.SaveChangesAsync(cancellationToken);
        return article.Id;
    }
}

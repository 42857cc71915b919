using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Content;

/// <summary>Deletes an article: Fin answers from it no longer. Traces keep its title.</summary>
public sealed class DeleteArticle(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done, also when somebody else deleted it meanwhile.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long articleId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context
            .Set<Article>()
            .Where(article => article.Id == articleId)
            .ExecuteDeleteAsync(cancellationToken);
        return Done.Instance;
    }
}

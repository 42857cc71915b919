using DataConnectors.Core.Content;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.Seeding;

/// <summary>What the demo shop has written down for its customers.</summary>
internal static class DemoArticles
{
    private static readonly ArticleDetails[] All =
    [
        new(
            "Opening hours",
            """
            Our shop at the harbor is open Monday to Friday from 9 am to 6 pm, and on Saturday from 10 am to 4 pm.
            On Sundays and public holidays we are closed.
            """
        ),
        new(
            "Return policy",
            """
            You can send back anything unused within 30 days of delivery, free of charge.
            Put the goods into their original packaging and use the return label that came with the parcel.
            Sale items can be exchanged, but their price is not paid back.
            """
        ),
    ];

    /// <summary>Writes them; those that an interrupted seeding left are kept.</summary>
    public static async Task AddAsync(
        DataConnectorsDbContext context,
        CreateArticle createArticle,
        Actor admin,
        CancellationToken cancellationToken
    )
    {
        foreach (var article in All)
        {
            if (
                !await context
                    .Set<Article>()
                    .AnyAsync(stored => stored.Title == article.Title, cancellationToken)
            )
            {
                await createArticle.RunAsync(admin, article, cancellationToken);
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DataConnectors.Core.Content;

/// <summary>Registers content.</summary>
public static class ContentRegistration
{
    /// <summary>Adds the articles.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.TryAddSingleton<ArticleQueries>();
        services.TryAddSingleton<ArticleShelf>();
        services.TryAddSingleton<CreateArticle>();
        services.TryAddSingleton<ChangeArticle>();
        services.TryAddSingleton<DeleteArticle>();
        return services;
    }
}

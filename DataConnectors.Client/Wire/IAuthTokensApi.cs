using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>The credentials that connectors send.</summary>
public interface IAuthTokensApi
{
    /// <summary>One page of the tokens.</summary>
    /// <param name="perPage">How many a page holds.</param>
    /// <param name="startingAfter">The cursor of the page; the first one when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/auth_tokens")]
    Task<Page<AuthToken>> ListPageAsync(
        [AliasAs("per_page")] int? perPage = null,
        [AliasAs("starting_after")] string? startingAfter = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Every token. Pages are fetched as they are needed.</summary>
    /// <param name="perPage">How many are fetched at once.</param>
    PagedEnumerable<Page<AuthToken>, AuthToken> ListAsync(int? perPage = null) =>
        Paging.Of((cursor, ct) => ListPageAsync(perPage, cursor, ct));

    /// <summary>Creates a token.</summary>
    [Post("/auth_tokens")]
    Task<AuthToken> CreateAsync(
        [Body] NewAuthToken token,
        CancellationToken cancellationToken = default
    );

    /// <summary>One token, without its value.</summary>
    [Get("/auth_tokens/{id}")]
    Task<AuthToken> GetAsync(string id, CancellationToken cancellationToken = default);
}

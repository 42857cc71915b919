using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>The credentials that connectors send.</summary>
public interface IAuthTokensApi
{
    /// <summary>Every token by name, on one page.</summary>
    [Get("/auth_tokens")]
    Task<Page<AuthToken>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a token.</summary>
    [Post("/auth_tokens")]
    Task<AuthToken> CreateAsync(
        [Body] NewAuthToken token,
        CancellationToken cancellationToken = default
    );

    /// <summary>One token, without its value.</summary>
    [Get("/auth_tokens/{id}")]
    Task<AuthToken> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes a token that no connector uses, in its draft or live.</summary>
    [Delete("/auth_tokens/{id}")]
    Task<Deleted> DeleteAsync(string id, CancellationToken cancellationToken = default);
}

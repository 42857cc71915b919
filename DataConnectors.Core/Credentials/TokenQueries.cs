using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Credentials;

/// <summary>Reads tokens: summaries for people, secret headers for the authenticator.</summary>
public sealed class TokenQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Every token by name, without values.</summary>
    public async Task<IReadOnlyList<TokenSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tokens = await context
            .Set<Token>()
            .AsNoTracking()
            .OrderBy(token => token.Name)
            .ToListAsync(cancellationToken);
        return [.. tokens.Select(Summarize)];
    }

    /// <summary>One token without its value, or null.</summary>
    public async Task<TokenSummary?> FindAsync(long tokenId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var token = await context
            .Set<Token>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.Id == tokenId, cancellationToken);
        return token is null ? null : Summarize(token);
    }

    internal static TokenSummary Summarize(Token token) =>
        new(
            token.Id,
            token.Name,
            token.Description,
            token.HeaderKey,
            token.Prefix,
            token.Domain,
            token.CreatedAt,
            token.LastUsedAt
        );
}

using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Credentials;

/// <summary>Why tokens could not be read.</summary>
public sealed record TokenFailure(string Message);

/// <summary>Opens tokens for the stage that attaches them to a request.</summary>
public sealed class TokenReader(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector
)
{
    /// <summary>The headers of these tokens, in their order.</summary>
    public async ValueTask<Outcome<IReadOnlyList<SecretHeader>, TokenFailure>> ReadAsync(
        IReadOnlyList<long> tokenIds,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var headers = new List<SecretHeader>(tokenIds.Count);
        foreach (var id in tokenIds)
        {
            var token = await context
                .Set<Token>()
                .AsNoTracking()
                .FirstOrDefaultAsync(token => token.Id == id, cancellationToken);
            if (token is null)
            {
                return new TokenFailure(
                    "A token attached to this connector was deleted. Detach it in the API tab."
                );
            }

            if (protector.Unprotect(token.ProtectedValue) is not { } value)
            {
                return new TokenFailure(
                    $"The token \"{token.Name}\" cannot be read any more. Make it anew."
                );
            }

            var text =
                token.Prefix.Length == 0 ? value : new SecretText($"{token.Prefix} {value.Open()}");
            headers.Add(new SecretHeader(token.HeaderKey, text, token.Domain, token.Name));
        }

        return headers;
    }
}

using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Credentials;

/// <summary>What somebody enters to make a token.</summary>
/// <param name="Name">The name in lists; required, unique.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="HeaderKey">The header that carries it; required.</param>
/// <param name="Prefix">What stands before the value; may be empty.</param>
/// <param name="Value">The secret; required.</param>
/// <param name="Domain">The only host it may be sent to; null for any.</param>
public sealed record NewToken(
    string Name,
    string Description,
    string HeaderKey,
    string Prefix,
    SecretText Value,
    string? Domain
);

/// <summary>Makes a Text token.</summary>
public sealed class CreateToken(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The stored token, without its value.</summary>
    public async Task<Outcome<TokenSummary, Fault>> RunAsync(
        Actor actor,
        NewToken token,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var problems = TokenRules.Check(token);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var name = token.Name.Trim();
        if (await context.Set<Token>().AnyAsync(other => other.Name == name, cancellationToken))
        {
            return Fault.Invalid(
                "name",
                $"A token named \"{name}\" exists already. Choose another name."
            );
        }

        var stored = new Token
        {
            Id = ids.Next(),
            Name = name,
            Description = token.Description.Trim(),
            HeaderKey = token.HeaderKey.Trim(),
            Prefix = token.Prefix.Trim(),
            ProtectedValue = protector.Protect(token.Value),
            Domain = string.IsNullOrWhiteSpace(token.Domain)
                ? null
                : token.Domain.Trim().ToLowerInvariant(),
            CreatedAt = clock.GetUtcNow(),
        };
        context.Add(stored);
        await context.SaveChangesAsync(cancellationToken);
        return TokenQueries.Summarize(stored);
    }
}

/// <summary>Deletes a token. Connectors that attach it fail their rules until it is detached.</summary>
public sealed class DeleteToken(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done, or why not.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long tokenId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<Token>()
            .Where(token => token.Id == tokenId)
            .ExecuteDeleteAsync(cancellationToken);
        return deleted == 0 ? Fault.NotFound("token") : Done.Instance;
    }
}

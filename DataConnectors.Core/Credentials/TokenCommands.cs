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
        if (await IsTakenAsync(context, name, cancellationToken))
        {
            return NameTaken(name);
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
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two teammates may choose one name at the same moment; the index of names lets one of them win.
            if (await IsTakenAsync(context, name, cancellationToken))
            {
                return NameTaken(name);
            }

            throw;
        }

        return TokenQueries.Summarize(stored);
    }

    private static Task<bool> IsTakenAsync(
        DataConnectorsDbContext context,
        string name,
        CancellationToken cancellationToken
    ) => context.Set<Token>().AnyAsync(other => other.Name == name, cancellationToken);

    private static Fault NameTaken(string name) =>
        Fault.Invalid("name", $"A token named \"{name}\" exists already. Choose another name.");
}

/// <summary>Deletes a token that no connector attaches.</summary>
public sealed class DeleteToken(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TokenUsers users,
    TokenReader reader
)
{
    /// <summary>Done; a conflict that names the connectors while a draft or a live version attaches it.</summary>
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

        // A connector that attaches it between this question and the deletion is told by its rules, and its runs fail safely.
        var names = await users.ListAsync(tokenId, cancellationToken);
        if (names.Count > 0)
        {
            return Fault.Conflict(
                $"This token is used by {string.Join(", ", names.Select(name => $"\"{name}\""))}. Detach it there, and publish where they are live, then delete it."
            );
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<Token>()
            .Where(token => token.Id == tokenId)
            .ExecuteDeleteAsync(cancellationToken);
        reader.Forget(tokenId);
        return deleted == 0 ? Fault.NotFound("token") : Done.Instance;
    }
}

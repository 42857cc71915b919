using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Makes an access token with which a program acts for the teammate.</summary>
public sealed class CreatePersonalAccessToken(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The token, which is never shown again.</summary>
    /// <param name="actor">For whom the token will act.</param>
    /// <param name="name">What the teammate calls it; required.</param>
    /// <param name="scopes">What it is good for, of <see cref="ApiScopes.All"/>; at least one.</param>
    /// <param name="lifetime">How long it is accepted; null for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<SecretText, Fault>> RunAsync(
        Actor actor,
        string name,
        IReadOnlyCollection<string> scopes,
        TimeSpan? lifetime,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var problems = Check(name, scopes, lifetime);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var now = clock.GetUtcNow();
        var token = AccessTokenText.New();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(
            new PersonalAccessToken
            {
                Id = ids.Next(),
                Name = name.Trim(),
                Hash = AccessTokenText.HashOf(token.Open()),
                Scopes = StoredList.OfScopes(ApiScopes.All.Where(scopes.Contains)),
                TeammateId = actor.TeammateId,
                CreatedAt = now,
                ExpiresAt = now + lifetime,
            }
        );
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    private static List<Problem> Check(
        string name,
        IReadOnlyCollection<string> scopes,
        TimeSpan? lifetime
    )
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new("name", "Give the token a name that says what uses it."));
        }
        else if (name.Trim().Length > MaxNameLength)
        {
            problems.Add(new("name", $"Shorten the name to {MaxNameLength} characters."));
        }

        problems.AddRange(ScopeRules.Check(scopes));
        if (lifetime <= TimeSpan.Zero)
        {
            problems.Add(new("lifetime", "Let the token expire in the future, or never."));
        }

        return problems;
    }
}

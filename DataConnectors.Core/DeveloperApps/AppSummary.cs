namespace DataConnectors.Core.DeveloperApps;

/// <summary>An app as people see it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="ClientId">What it is known by at the token endpoint.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="RedirectUris">Where authorization codes may be sent.</param>
/// <param name="CreatedByName">The teammate for whom it acts by itself; null when that teammate is gone.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record AppSummary(
    long Id,
    string Name,
    string ClientId,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> RedirectUris,
    string? CreatedByName,
    DateTimeOffset CreatedAt
);

/// <summary>A client secret that is accepted now, without its text.</summary>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops being accepted; null for the current one.</param>
public sealed record AppSecretSummary(DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);

/// <summary>An app and its secrets.</summary>
/// <param name="App">The app.</param>
/// <param name="Secrets">The secrets that are accepted now, the current one first.</param>
public sealed record AppWithSecrets(AppSummary App, IReadOnlyList<AppSecretSummary> Secrets);

/// <summary>An app just made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ClientId">What it is known by at the token endpoint.</param>
/// <param name="ClientSecret">Its first secret, which is never shown again.</param>
public sealed record CreatedApp(long Id, string ClientId, Kernel.SecretText ClientSecret);

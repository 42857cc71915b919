namespace DataConnectors.Core.DeveloperApps;

/// <summary>A program that uses the public API, as the Developer hub knows it.</summary>
public sealed class DeveloperApp
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The name that teammates read, also when they are asked for consent; unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is known by at the token endpoint; unique, never changes.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The scopes it may ask for, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>Where the authorization code may be sent, one on a line.</summary>
    public string RedirectUris { get; set; } = "";

    /// <summary>The teammate who made it: whose name stands beside what the app does by itself.</summary>
    public long CreatedById { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>
/// A client secret. It is encrypted and not hashed, because webhooks are signed with it; while it is being rotated an app has two.
/// </summary>
public sealed class AppSecret
{
    /// <summary>The id; the larger one is the newer one.</summary>
    public long Id { get; init; }

    /// <summary>The app.</summary>
    public long AppId { get; init; }

    /// <summary>The secret, encrypted.</summary>
    public string ProtectedValue { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops being accepted; null for the current one.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>An access token that a teammate made for a program of their own. Only its hash is kept.</summary>
public sealed class PersonalAccessToken
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What the teammate calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the token as it is sent, in lower-case hexadecimal; unique.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What it is good for, separated by spaces.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The teammate for whom it acts.</summary>
    public long TeammateId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops being accepted; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used; null when never. Written at most once a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

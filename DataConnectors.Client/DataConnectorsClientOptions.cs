namespace DataConnectors.Client;

/// <summary>Where the API is, as whom it is called, and how patiently.</summary>
public sealed class DataConnectorsClientOptions
{
    /// <summary>The server, such as <c>https://connectors.example.com</c>; required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>An access token that is sent as it is; or give <see cref="ClientId"/> and <see cref="ClientSecret"/>.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The app that access tokens are fetched for. They are kept, and fetched anew before they expire.</summary>
    public string? ClientId { get; set; }

    /// <summary>One of the app's secrets.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes that are asked for; all that the app may have when empty.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>How often a request is sent again after it was refused for a while or lost on the way; 3 unless set, 0 for never.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first retry where the server names none; it doubles from one to the next. 1 s unless set.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that is worth it: where the server asks for a longer one, its refusal is given at once. 1 min unless set.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt may take; a run takes up to 30 s by itself. 60 s unless set.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of waits and of expiry; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>What is missing or contradicts itself, as a sentence each; empty when all is well.</summary>
    internal IEnumerable<string> Faults()
    {
        if (BaseAddress is not { IsAbsoluteUri: true })
        {
            yield return "BaseAddress must be the absolute address of the server.";
        }

        if (string.IsNullOrEmpty(ClientId) != string.IsNullOrEmpty(ClientSecret))
        {
            yield return "ClientId and ClientSecret belong together.";
        }
        else if (string.IsNullOrEmpty(AccessToken) == string.IsNullOrEmpty(ClientId))
        {
            yield return "Give either AccessToken, or ClientId and ClientSecret.";
        }

        if (MaxRetries < 0 || RetryDelay < TimeSpan.Zero || AttemptTimeout <= TimeSpan.Zero)
        {
            yield return "MaxRetries and RetryDelay must not be negative, and AttemptTimeout must be positive.";
        }
    }
}

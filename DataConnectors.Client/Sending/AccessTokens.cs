using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using DataConnectors.Client.Wire;

namespace DataConnectors.Client.Sending;

/// <summary>Has an access token at hand: the one of the options, or one that is fetched, kept, and fetched anew before it expires.</summary>
internal sealed class AccessTokens(DataConnectorsClientOptions options, IOAuthApi oauth)
    : IDisposable
{
    // A token is given up when a tenth of its life is left, but no earlier than this.
    private static readonly TimeSpan LongestReserve = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim fetching = new(1);
    private Kept? kept;

    /// <summary>Whether another token can be had when one is refused.</summary>
    public bool CanFetch => options.ClientId is { Length: > 0 };

    /// <summary>A token that is accepted for a while yet.</summary>
    /// <param name="refused">A token that the server did not accept, and that is not given again; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (!CanFetch)
        {
            return options.AccessToken!;
        }

        if (Usable(refused) is { } atHand)
        {
            return atHand;
        }

        await fetching.WaitAsync(cancellationToken);
        try
        {
            return Usable(refused) ?? await FetchAsync(cancellationToken);
        }
        finally
        {
            fetching.Release();
        }
    }

    public void Dispose() => fetching.Dispose();

    private string? Usable(string? refused) =>
        kept is { } token
        && token.Text != refused
        && options.TimeProvider.GetUtcNow() < token.UsableUntil
            ? token.Text
            : null;

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        var answer = await oauth.RequestTokenAsync(
            new AccessTokenRequest
            {
                GrantType = GrantType.ClientCredentials,
                ClientId = options.ClientId!,
                ClientSecret = options.ClientSecret,
                Scope = options.Scopes.Count == 0 ? null : string.Join(' ', options.Scopes),
            },
            cancellationToken
        );
        kept = new Kept(answer.AccessToken, UsableUntil(answer.ExpiresIn));
        return answer.AccessToken;
    }

    private DateTimeOffset UsableUntil(long? seconds)
    {
        if (seconds is not { } number)
        {
            return DateTimeOffset.MaxValue;
        }

        var life = TimeSpan.FromSeconds(number);
        var reserve = life / 10 < LongestReserve ? life / 10 : LongestReserve;
        return options.TimeProvider.GetUtcNow() + life - reserve;
    }

    private sealed record Kept(string Text, DateTimeOffset UsableUntil);
}

using DataConnectors.Client.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Client;

/// <summary>
/// The whole API. One is enough for a program, and may be used by many at once. Where the API refuses, a
/// <see cref="DataConnectorsApiException"/> says why.
/// </summary>
/// <param name="connectors">Data connectors.</param>
/// <param name="executionResults">Execution results and runs.</param>
/// <param name="versions">Versions.</param>
/// <param name="authTokens">The credentials that connectors send.</param>
/// <param name="identity">Who the access token acts for.</param>
/// <param name="finSdk">The workspace in short.</param>
/// <param name="fin">Talking to Fin.</param>
/// <param name="contacts">The people who write to the workspace.</param>
/// <param name="conversations">Conversations.</param>
/// <param name="oauth">Access tokens.</param>
public sealed class DataConnectorsClient(
    IDataConnectorsApi connectors,
    IExecutionResultsApi executionResults,
    IVersionsApi versions,
    IAuthTokensApi authTokens,
    IIdentityApi identity,
    IFinSdkApi finSdk,
    IFinApi fin,
    IContactsApi contacts,
    IConversationsApi conversations,
    IOAuthApi oauth
) : IDisposable
{
    private ServiceProvider? owned;

    /// <summary>Data connectors: list, create, read, change, publish, delete, health.</summary>
    public IDataConnectorsApi Connectors => connectors;

    /// <summary>Execution results, and runs.</summary>
    public IExecutionResultsApi ExecutionResults => executionResults;

    /// <summary>Versions and their notes.</summary>
    public IVersionsApi Versions => versions;

    /// <summary>The credentials that connectors send.</summary>
    public IAuthTokensApi AuthTokens => authTokens;

    /// <summary>Who the access token acts for.</summary>
    public IIdentityApi Identity => identity;

    /// <summary>The workspace in short, as the original's command-line client reads it.</summary>
    public IFinSdkApi FinSdk => finSdk;

    /// <summary>Talking to Fin, and why it said what it said.</summary>
    public IFinApi Fin => fin;

    /// <summary>The people who write to the workspace.</summary>
    public IContactsApi Contacts => contacts;

    /// <summary>Conversations, and history that is brought in.</summary>
    public IConversationsApi Conversations => conversations;

    /// <summary>Access tokens, for programs that hold their own.</summary>
    public IOAuthApi OAuth => oauth;

    /// <summary>A client for programs without dependency injection; dispose of it to close its connections.</summary>
    /// <exception cref="ArgumentException">The options are not complete.</exception>
    public static DataConnectorsClient Create(DataConnectorsClientOptions options)
    {
        var provider = new ServiceCollection()
            .AddDataConnectorsClient(options)
            .BuildServiceProvider();
        var client = provider.GetRequiredService<DataConnectorsClient>();
        client.owned = provider;
        return client;
    }

    /// <summary>Closes the connections of a client that <see cref="Create"/> made; the container closes those of every other.</summary>
    public void Dispose() => Interlocked.Exchange(ref owned, null)?.Dispose();
}

using DataConnectors.Client;
using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

/// <summary>The real server in a process of its own, for tests that come from outside. They share it and must not mind each other.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    /// <summary>The name of those who share it.</summary>
    public const string Name = "Server of the public API";

    private const string ClientId = "demo-client";
    private const string ClientSecret = "demo-secret";
    private ConsoleProcess? process;

    /// <summary>The running server.</summary>
    public ConsoleProcess Console => process!;

    /// <summary>A client of the seeded app, with all of its scopes unless some are named.</summary>
    public DataConnectorsClient Client(params string[] scopes)
    {
        var options = new DataConnectorsClientOptions
        {
            BaseAddress = new Uri(Console.Address),
            ClientId = ClientId,
            ClientSecret = ClientSecret,
        };
        foreach (var scope in scopes)
        {
            options.Scopes.Add(scope);
        }

        return DataConnectorsClient.Create(options);
    }

    /// <summary>An access token of the seeded app, as a program gets it.</summary>
    public async Task<string> AccessTokenAsync()
    {
        using var client = Client();
        var answer = await client.OAuth.RequestTokenAsync(
            new AccessTokenRequest
            {
                GrantType = GrantType.ClientCredentials,
                ClientId = ClientId,
                ClientSecret = ClientSecret,
            }
        );
        return answer.AccessToken;
    }

    public async ValueTask InitializeAsync() => process = await ConsoleProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }
}

/// <summary>Those who share the server.</summary>
[CollectionDefinition(ApiServer.Name)]
public sealed class ApiServerCollection : ICollectionFixture<ApiServer>;

using System.Net;
using DataConnectors.Client.Sending;
using DataConnectors.Client.Serialization;
using DataConnectors.Client.Wire;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace DataConnectors.Client;

/// <summary>Registers the client.</summary>
public static class DataConnectorsClientRegistration
{
    private const string Api = "DataConnectors";
    private const string TokenEndpoint = "DataConnectors.OAuth";

    // A client lives as long as its program; connections are renewed so that a server may move.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="DataConnectorsClient"/> and each of its parts by itself. All of them may be used by many at once.</summary>
    /// <param name="services">Where they are added.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">The options are not complete.</exception>
    public static IServiceCollection AddDataConnectorsClient(
        this IServiceCollection services,
        Action<DataConnectorsClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new DataConnectorsClientOptions();
        configure(options);
        return services.AddDataConnectorsClient(options);
    }

    /// <summary>The same with options at hand.</summary>
    public static IServiceCollection AddDataConnectorsClient(
        this IServiceCollection services,
        DataConnectorsClientOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults().ToList() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        services.AddTransient<IdempotencyKeys>();
        services.AddTransient<BearerTokens>();
        services.AddTransient<WholeAnswers>();
        services.AddSingleton(provider => new AccessTokens(
            options,
            provider.GetRequiredService<IOAuthApi>()
        ));
        services
            .AddHttpClient(Api, options)
            .AddHttpMessageHandler<IdempotencyKeys>()
            .AddRetries(options)
            .AddHttpMessageHandler<BearerTokens>()
            .AddHttpMessageHandler<WholeAnswers>();
        services
            .AddHttpClient(TokenEndpoint, options)
            .AddRetries(options)
            .AddHttpMessageHandler<WholeAnswers>();
        return services
            .AddPart<IDataConnectorsApi>(Api, options)
            .AddPart<IExecutionResultsApi>(Api, options)
            .AddPart<IVersionsApi>(Api, options)
            .AddPart<IAuthTokensApi>(Api, options)
            .AddPart<IIdentityApi>(Api, options)
            .AddPart<IFinSdkApi>(Api, options)
            .AddPart<IFinApi>(Api, options)
            .AddPart<IContactsApi>(Api, options)
            .AddPart<IConversationsApi>(Api, options)
            .AddPart<IOAuthApi>(TokenEndpoint, options)
            .AddSingleton<DataConnectorsClient>();
    }

    private static IHttpClientBuilder AddHttpClient(
        this IServiceCollection services,
        string name,
        DataConnectorsClientOptions options
    ) =>
        services
            .AddHttpClient(
                name,
                client =>
                {
                    client.BaseAddress = options.BaseAddress;

                    // Attempts have a limit of their own, and waits between them are wanted.
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
                    client.DefaultRequestHeaders.UserAgent.ParseAdd("DataConnectors.Client/1.0");
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    PooledConnectionLifetime = ConnectionLifetime,
                    UseCookies = false,
                }
            );

    private static IHttpClientBuilder AddRetries(
        this IHttpClientBuilder builder,
        DataConnectorsClientOptions options
    )
    {
        builder.AddResilienceHandler("retries", pipeline => Retrying.Configure(pipeline, options));
        return builder;
    }

    private static IServiceCollection AddPart<T>(
        this IServiceCollection services,
        string client,
        DataConnectorsClientOptions options
    )
        where T : class =>
        services.AddSingleton(provider =>
            RestService.ForGenerated<T>(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(client),
                Settings(options.TimeProvider)
            )
        );

    private static RefitSettings Settings(TimeProvider clock)
    {
        var settings = new RefitSettings(
            new SystemTextJsonContentSerializer(ClientJson.Options),
            new UrlValues()
        );
        settings.ExceptionFactory = response => Refusals.ReadAsync(response, settings, clock);

        // A refusal by the token endpoint, on the way of another request, is a refusal and no broken connection.
        var otherwise = settings.TransportExceptionFactory;
        settings.TransportExceptionFactory = (request, exception, cancellationToken) =>
            exception is DataConnectorsApiException
                ? exception
                : otherwise(request, exception, cancellationToken);
        return settings;
    }
}

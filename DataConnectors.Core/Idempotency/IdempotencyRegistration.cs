using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Idempotency;

/// <summary>Registers idempotency keys.</summary>
public static class IdempotencyRegistration
{
    /// <summary>Adds the memory of requests that carried a key, and what empties it.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services) =>
        services
            .AddSingleton<IdempotentRequests>()
            .AddSingleton<ForgetIdempotentRequests>()
            .AddHostedService(provider => provider.GetRequiredService<ForgetIdempotentRequests>());
}

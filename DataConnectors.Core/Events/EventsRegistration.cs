using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DataConnectors.Core.Events;

/// <summary>Registers events.</summary>
public static class EventsRegistration
{
    /// <summary>Adds the outbox. Until somebody registers an <see cref="IEventInterest"/> afterwards, nothing is written to it.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.TryAddSingleton<IEventInterest, NoInterest>();
        services.TryAddSingleton<EventSignal>();
        services.TryAddSingleton<Outbox>();
        return services;
    }
}

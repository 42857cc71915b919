using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.People;

/// <summary>Registers people and their attributes.</summary>
public static class PeopleRegistration
{
    /// <summary>Adds the queries.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services.AddSingleton<PeopleQueries>();
}

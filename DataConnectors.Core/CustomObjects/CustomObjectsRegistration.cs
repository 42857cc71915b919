using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Registers custom objects.</summary>
public static class CustomObjectsRegistration
{
    /// <summary>Adds the commands and queries of custom objects, and the schema that mappings are judged by.</summary>
    public static IServiceCollection AddCustomObjects(this IServiceCollection services) =>
        services
            .AddSingleton<CreateCustomObjectType>()
            .AddSingleton<ChangeCustomObjectType>()
            .AddSingleton<DeleteCustomObjectType>()
            .AddSingleton<CustomObjectQueries>()
            .AddSingleton<ObjectSchemas>()
            .AddSingleton<IPersonHistory, ObjectHistory>();
}

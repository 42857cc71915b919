using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.People;

/// <summary>Registers people and their attributes.</summary>
public static class PeopleRegistration
{
    /// <summary>Adds the queries, and the commands that define attributes.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton<PeopleQueries>()
            .AddSingleton<AttributeQueries>()
            .AddSingleton<AttributeUsers>()
            .AddSingleton<DefinitionsVersion>()
            .AddSingleton<CheckAttributes>()
            .AddSingleton<CreatePerson>()
            .AddSingleton<ChangePerson>()
            .AddSingleton<RecognizePerson>()
            .AddSingleton<ReadPerson>()
            .AddSingleton<IAttributeEraser>(new AttributeEraser<Person>(AttributeOwner.Person))
            .AddSingleton<CreateAttribute>()
            .AddSingleton<ChangeAttribute>()
            .AddSingleton<DeleteAttribute>();
}

using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.People;

/// <summary>Registers people and their attributes.</summary>
public static class PeopleRegistration
{
    /// <summary>Adds the queries, the commands that define attributes, and those that get to know people.</summary>
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
            .AddSingleton<IAttributeEraser>(new AttributeEraser<Company>(AttributeOwner.Company))
            .AddSingleton<CreateAttribute>()
            .AddSingleton<ChangeAttribute>()
            .AddSingleton<DeleteAttribute>()
            .AddSingleton<AddVisitor>()
            .AddSingleton<LeaveEmail>()
            .AddSingleton<IdentifyPerson>();
}

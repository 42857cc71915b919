using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Audiences;

/// <summary>Registers audiences.</summary>
public static class AudiencesRegistration
{
    /// <summary>Adds the commands and queries of reusable audiences, and what judges people by them.</summary>
    public static IServiceCollection AddAudiences(this IServiceCollection services) =>
        services
            .AddSingleton<CreateAudience>()
            .AddSingleton<ChangeAudience>()
            .AddSingleton<DeleteAudience>()
            .AddSingleton<AudienceUsers>()
            .AddSingleton<AudienceQueries>()
            .AddSingleton<AudienceBook>()
            .AddSingleton<CountReach>()
            .AddSingleton<IAttributeUsageProbe, AudienceAttributeUsage>();
}
